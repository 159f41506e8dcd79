// What is tried again, after how long, and what never is.

import { describe, expect, test } from 'vitest';
import { readRetryAfter } from '../../../client/src/core/atlas/answer.ts';
import { type Wait, withRetries } from '../../../client/src/core/atlas/retry.ts';
import type { AtlasApiError, Failure, UnreachableCode } from '../../../client/src/core/failure.ts';
import { errorReply } from '../../sandbox/reply.ts';
import type { SeenRequest } from '../../sandbox/sandbox.ts';
import { useAtlas } from './connecting.ts';

type Method = Parameters<typeof withRetries>[0];

const refused = (status: number, more: Partial<AtlasApiError> = {}): Failure => ({
  kind: 'refused',
  error: { status, body: '', ...more },
});
const unreachable = (code: UnreachableCode, maybeDone = false): Failure => ({ kind: 'unreachable', code, maybeDone });

/** The waits before new tries of a request that fails like this each time; `random` is what the dice say. */
async function waitsOf(method: Method, failure: Failure, random = 0): Promise<Wait[]> {
  const waits: Wait[] = [];
  const call = { signal: new AbortController().signal, onWait: (wait: Wait) => void waits.push(wait) };
  const options = { pause: async () => undefined, random: () => random };
  expect(await withRetries(method, call, async () => failure, options)).toEqual(failure);
  return waits;
}

const secondsOf = async (...args: Parameters<typeof waitsOf>) =>
  (await waitsOf(...args)).map(({ milliseconds }) => milliseconds / 1000);

describe('waits, in seconds', () => {
  test.each<[string, Method, Failure, number[]]>([
    ['GET, 429 without a time', 'GET', refused(429), [10, 20, 40]],
    ['GET, 429 with one', 'GET', refused(429, { retryAfter: 7_000 }), [7, 7, 7]],
    ['GET, 429 with no time to wait', 'GET', refused(429, { retryAfter: 0 }), [1, 1, 1]],
    ['GET, 429 with two minutes', 'GET', refused(429, { retryAfter: 120_000 }), [120, 120, 120]],
    ['GET, 429 with more than two minutes', 'GET', refused(429, { retryAfter: 121_000 }), []],
    ['GET, 429 with a time too long to sit through', 'GET', refused(429, { retryAfter: 3_600_000 }), []],
    ['GET, 502', 'GET', refused(502), [10, 20, 40]],
    ['GET, 503 with a time', 'GET', refused(503, { retryAfter: 3_000 }), [3, 3, 3]],
    ['GET, 504', 'GET', refused(504), [10, 20, 40]],
    ['GET, 500', 'GET', refused(500), []],
    ['GET, 404', 'GET', refused(404), []],
    ['GET, connection refused', 'GET', unreachable('connection-refused'), [1, 2, 4]],
    ['GET, unknown host', 'GET', unreachable('unknown-host'), [1, 2, 4]],
    ['GET, cut off', 'GET', unreachable('cut-off'), [1, 2, 4]],
    ['GET, no trust', 'GET', unreachable('tls'), []],
    ['GET, no answer in time', 'GET', unreachable('timeout'), []],
    ['GET, a redirect', 'GET', unreachable('redirect'), []],
    ['GET, not signed in', 'GET', { kind: 'notSignedIn', code: 'no-token' }, []],
    ['POST, 429', 'POST', refused(429), [10, 20, 40]],
    ['POST, 503', 'POST', refused(503), []],
    ['POST, before a byte has left', 'POST', unreachable('connection-refused'), [1, 2, 4]],
    ['POST, after a byte has left', 'POST', unreachable('cut-off', true), []],
    ['PATCH, 429', 'PATCH', refused(429), [10, 20, 40]],
    ['PATCH, 502', 'PATCH', refused(502), []],
    ['PATCH, after a byte has left', 'PATCH', unreachable('cut-off', true), []],
    ['DELETE, 429', 'DELETE', refused(429), [10, 20, 40]],
    ['DELETE, 504', 'DELETE', refused(504), []],
    ['DELETE, before a byte has left', 'DELETE', unreachable('cut-off'), [1, 2, 4]],
    ['DELETE, after a byte has left', 'DELETE', unreachable('cut-off', true), []],
  ])('%s', async (_, method, failure, expected) => {
    expect(await secondsOf(method, failure)).toEqual(expected);
  });

  test('up to a quarter is added, five seconds at the most, so that not everybody comes back at once', async () => {
    expect(await secondsOf('GET', refused(429), 1)).toEqual([12.5, 25, 45]);
    expect(await secondsOf('GET', refused(429), 0.5)).toEqual([11.25, 22.5, 42.5]);
  });

  test('who waits is told why, and how much of the rate is left', async () => {
    const rateLimit = { limit: 1200, remaining: 0 };
    const [limited] = await waitsOf('GET', refused(429, { rateLimit }));
    expect(limited).toEqual({ reason: 'rate limit', milliseconds: 10_000, rateLimit });
    expect((await waitsOf('GET', refused(503)))[0]?.reason).toBe('unavailable');
    expect((await waitsOf('GET', unreachable('cut-off')))[0]?.reason).toBe('no connection');
  });
});

test('cancelling ends the wait at once', async () => {
  const controller = new AbortController();
  const call = { signal: controller.signal, onWait: () => controller.abort() };
  // No pause is given: this waits ten real seconds, unless it is cancelled.
  expect(await withRetries('POST', call, async () => refused(429))).toEqual({ kind: 'cancelled', maybeDone: false });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-25T10:00:00Z');
  test.each([
    ['7', 7_000],
    ['0', 0],
    ['Wed, 25 Nov 2026 10:00:30 GMT', 30_000],
    ['Wed, 25 Nov 2026 09:00:00 GMT', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
    [['1', '2'], undefined],
  ])('%j is %j ms', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});

describe('over the wire', () => {
  const atlas = useAtlas();
  const limited = errorReply(429, 'Too Many Requests', 'RATE_LIMITED', 'Slow down.');
  const isList = ({ url }: SeenRequest) => url.includes('/groups?');

  test('a create that meets the rate limit three times is sent a fourth time, and done once', async () => {
    for (const seconds of ['1', '2', '3']) {
      const reply = { ...limited, headers: { 'retry-after': seconds } };
      atlas.sandbox.fault({ kind: 'reply', reply }, atlas.isCreate);
    }
    expect((await atlas.create(atlas.connect('serviceAccount'))).kind).toBe('ok');
    expect(atlas.waits.map(({ milliseconds }) => milliseconds)).toEqual([1_000, 2_000, 3_000]);
    expect(atlas.sandbox.requests.filter(atlas.isCreate)).toHaveLength(4);
  });

  test.each([
    ['its own clock', 'Tue, 01 Jan 2030 00:00:00 GMT', 'Tue, 01 Jan 2030 00:00:07 GMT', 7_000],
    ['a date that is over', 'Tue, 01 Jan 2030 00:00:00 GMT', 'Mon, 31 Dec 2029 00:00:00 GMT', 1_000],
    ['no time to wait', 'Tue, 01 Jan 2030 00:00:00 GMT', '0', 1_000],
    ['a clock that cannot be read', 'today', 'Mon, 31 Dec 2001 00:00:00 GMT', 1_000],
  ])('a date is read by the clock of who names it: %s', async (_, date, retryAfter, expected) => {
    atlas.sandbox.fault({ kind: 'reply', reply: { ...limited, headers: { date, 'retry-after': retryAfter } } }, isList);
    expect((await atlas.connect('serviceAccount').listProjects(atlas.call())).kind).toBe('ok');
    expect(atlas.waits.map(({ milliseconds }) => milliseconds)).toEqual([expected]);
  });

  test('the fourth refusal is the answer, with the time that Atlas asks to wait', async () => {
    const reply = {
      ...limited,
      headers: { 'retry-after': '7', 'ratelimit-limit': '1200', 'ratelimit-remaining': '0' },
    };
    for (const _ of [1, 2, 3, 4]) atlas.sandbox.fault({ kind: 'reply', reply }, atlas.isCreate);
    expect(await atlas.create(atlas.connect('apiKey'))).toMatchObject({
      kind: 'refused',
      error: { status: 429, retryAfter: 7_000, rateLimit: { limit: 1200, remaining: 0 } },
    });
  });

  test('an enveloped 429 is one as well', async () => {
    atlas.sandbox.fault({ kind: 'reply', reply: limited }, atlas.isCreate);
    const client = atlas.connect('serviceAccount');
    const options = { envelope: true, pretty: false, secrets: [] };
    expect((await atlas.create(client, options)).kind).toBe('ok');
    expect(atlas.waits).toHaveLength(1);
  });

  test('a list that breaks off is asked for again', async () => {
    atlas.sandbox.fault({ kind: 'cut off' }, isList);
    atlas.sandbox.fault({ kind: 'reply', reply: { status: 503, body: '<h1>Busy</h1>' } }, isList);
    const client = atlas.connect('serviceAccount');
    expect(await client.listProjects(atlas.call())).toMatchObject({ kind: 'ok', value: [{ name: 'Shop' }, {}] });
    expect(atlas.waits.map(({ reason }) => reason)).toEqual(['no connection', 'unavailable']);
  });
});
