// Each fault as two clients see it that we did not write; the numbers are curl's exit codes.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canRun } from '../support/needs.ts';
import { askFetch, curl, getToken, inShop, urlOf } from './asking.ts';
import { createSandbox, type Fault, type Sandbox } from './sandbox.ts';
import { isApiRequest } from './seenRequest.ts';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await createSandbox();
  token = await getToken(sandbox);
  sandbox.forgetRequests();
});

afterEach(() => sandbox.stop());

const accept = 'application/vnd.atlas.2025-02-19+json';

const get = (signal: AbortSignal | null = null) =>
  fetch(urlOf(sandbox, 'groups'), {
    headers: { accept, authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal,
  });

/** How it ended for fetch: status and body, or where it broke. */
async function ofFetch(fault: Fault): Promise<string> {
  sandbox.fault(fault);
  const answer = await get().catch(() => 'no answer');
  if (typeof answer === 'string') return answer;
  const text = await answer.text().catch(() => 'no whole body');
  return `${answer.status} ${text}`;
}

async function ofCurl(fault: Fault, ...args: string[]): Promise<string> {
  sandbox.fault(fault);
  const headers = ['--header', `Accept: ${accept}`, '--header', `Authorization: Bearer ${token}`];
  const answer = await curl(...headers, ...args, urlOf(sandbox, 'groups')).catch(
    ({ code, stdout }: { code: number; stdout: string }) => `${code} ${stdout.trim().split('\n').at(-1)}`,
  );
  return typeof answer === 'string' ? answer : `${answer.status} ${answer.text}`;
}

describe('fetch', () => {
  test('hang up', async () => {
    expect(await ofFetch({ kind: 'hang up' })).toBe('no answer');
    expect(sandbox.requests).toHaveLength(1);
  });

  test('malformed', async () => expect(await ofFetch({ kind: 'malformed' })).toBe('no answer'));

  test('cut off', async () => expect(await ofFetch({ kind: 'cut off' })).toBe('200 no whole body'));

  test('reply', async () => {
    const reply = { status: 418, body: 'short and stout' };
    expect(await ofFetch({ kind: 'reply', reply })).toBe('418 short and stout');
  });

  test('not json', async () => {
    expect(await ofFetch({ kind: 'not json' })).toMatch(/^200 <!doctype html>/);
    expect(await ofFetch({ kind: 'not json', status: 502 })).toMatch(/^502 <!doctype html>.*Bad Gateway/);
  });

  test('redirect', async () => {
    sandbox.fault({ kind: 'redirect', status: 307, location: 'https://elsewhere.example.com/' });
    const { status, headers } = await get();
    expect([status, headers.get('location')]).toEqual([307, 'https://elsewhere.example.com/']);
  });

  test('echo', async () => {
    sandbox.fault({ kind: 'echo' }, isApiRequest);
    const path = inShop(sandbox, '/streams/orders/connections');
    const { status, text } = await askFetch(sandbox, 'POST', path, { body: { password: 'canary' } });
    expect([status, text]).toEqual([400, expect.stringContaining('canary')]);
  });

  test('slow: nothing before its time, then the right answer', async () => {
    const { promise: until, resolve } = Promise.withResolvers<void>();
    sandbox.fault({ kind: 'slow', until });
    let answered = false;
    const answer = get().then((got) => {
      answered = true;
      return got.json();
    });
    // Another request goes through meanwhile, there and back.
    expect((await get()).status).toBe(200);
    expect(answered).toBe(false);
    resolve();
    expect(await answer).toMatchObject({ totalCount: 2 });
  });

  test('silent: until the client has enough', async () => {
    sandbox.fault({ kind: 'silent' });
    await expect(get(AbortSignal.timeout(50))).rejects.toThrow('timeout');
  });

  test('drip: the right answer, in single bytes', async () => {
    sandbox.fault({ kind: 'drip', every: 1 });
    const { body, status } = await get();
    const sizes: number[] = [];
    const bytes: Uint8Array[] = [];
    for await (const part of body ?? []) {
      sizes.push(part.length);
      bytes.push(part);
    }
    expect([status, JSON.parse(Buffer.concat(bytes).toString())]).toMatchObject([200, { totalCount: 2 }]);
    expect(sizes.length).toBeGreaterThan(50);
  });

  test('drip from the head on', async () => {
    expect(await ofFetch({ kind: 'drip', every: 0, from: 'head' })).toMatch(/^200 \{"links"/);
  });

  test('drip at its own pace is far from done after a moment', async () => {
    sandbox.fault({ kind: 'drip' });
    const answer = await get(AbortSignal.timeout(100));
    await expect(answer.text()).rejects.toThrow('timeout');
  });

  test('endless: more than anybody wants', async () => {
    sandbox.fault({ kind: 'endless' });
    const { body } = await get();
    let size = 0;
    for await (const part of body ?? []) {
      size += part.length;
      if (size > 20_000_000) break;
    }
    expect(size).toBeGreaterThan(20_000_000);
  });
});

const circle: Fault = { kind: 'redirect', status: 302, location: '/', times: 9 };

describe.runIf(canRun('curl'))('curl', () => {
  const brieflyAsOutput = ['--output', '/dev/null', '--max-time', '0.3'];
  test.each<[string, Fault, string, ...string[]]>([
    ['an empty reply', { kind: 'hang up' }, '52 000'],
    ['no HTTP', { kind: 'malformed' }, '1 000'],
    ['a part of a file', { kind: 'cut off' }, '18 200'],
    ['no answer in time', { kind: 'silent' }, '28 000', '--max-time', '0.2'],
    ['a slow body', { kind: 'drip' }, '28 200', ...brieflyAsOutput],
    ['an endless body', { kind: 'endless' }, '28 200', ...brieflyAsOutput],
    ['redirects in a circle', circle, '47 302', '--location', '--max-redirs', '2'],
  ])('%s', async (_, fault, expected, ...args) => {
    expect(await ofCurl(fault, ...args)).toMatch(new RegExp(`^${expected}`));
  });

  test('what is malformed begins with nonsense', async () => {
    expect(await ofCurl({ kind: 'malformed' }, '--http0.9')).toBe('0 This is no status line.\r\n\r\n');
  });
});
