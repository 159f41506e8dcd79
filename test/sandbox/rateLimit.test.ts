// How requests are counted, and what is said to one too many.
import { afterEach, describe, expect, test } from 'vitest';
import { askFetch, getToken, urlOf } from './asking.ts';
import { createBucket, type RateLimit } from './rateLimit.ts';
import { rateLimited } from './reply.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

let sandbox: Sandbox;

afterEach(() => sandbox?.stop());

/** Status and rate-limit headers of some requests, one after the other. */
async function ask(times: number, options: { rateLimit?: RateLimit } = {}): Promise<string[]> {
  sandbox = await createSandbox(options);
  const headers = {
    accept: 'application/vnd.atlas.2025-02-19+json',
    authorization: `Bearer ${await getToken(sandbox)}`,
  };
  const seen: string[] = [];
  for (let count = 0; count < times; count++) {
    const { status, headers: got } = await fetch(urlOf(sandbox, count === 1 ? 'nonsense' : 'groups'), { headers });
    const [limit, left, wait] = ['ratelimit-limit', 'ratelimit-remaining', 'retry-after'].map((name) => got.get(name));
    seen.push(`${status}: ${left} of ${limit}${wait === null ? '' : `, wait ${wait}`}`);
  }
  return seen;
}

test('the headers count down, whatever the answer', async () => {
  const rateLimit = { refill: 1, seconds: 3600 };
  expect(await ask(3, { rateLimit })).toEqual(['200: 1199 of 1200', '404: 1198 of 1200', '200: 1197 of 1200']);
});

test('an empty bucket refuses, and says when to come again', async () => {
  expect(await ask(3, { rateLimit: { capacity: 2, refill: 1, seconds: 3600 } })).toEqual([
    '200: 1 of 2',
    '404: 0 of 2',
    expect.stringMatching(/^429: 0 of 2, wait 3[56]\d\d$/),
  ]);
  const { status, json } = await askFetch(sandbox, 'GET', 'groups');
  expect([status, json]).toMatchObject([
    429,
    {
      error: 429,
      reason: 'Too Many Requests',
      errorCode: 'RATE_LIMITED_TOKEN_BUCKET',
      parameters: ['api/atlas/v2/groups', expect.any(Number), 2, 1, 3600],
    },
  ]);
});

test('the bucket fills again, up to its capacity', () => {
  let time = 0;
  const bucket = createBucket({ capacity: 2, refill: 1, seconds: 10 }, () => time);
  const take = () => bucket.take().allowed;
  expect([take(), take(), take(), bucket.wait()]).toEqual([true, true, false, 10]);
  time = 9_500;
  expect([take(), bucket.wait()]).toEqual([false, 1]);
  time = 10_000;
  expect([bucket.wait(), take(), take()]).toEqual([0, true, false]);
  time = 1_000_000;
  expect([take(), take(), take()]).toEqual([true, true, false]);
});

describe('a 429 on request', () => {
  const answered = async (reply: ReturnType<typeof rateLimited>) => {
    sandbox = await createSandbox();
    sandbox.fault({ kind: 'reply', reply });
    const { status, headers } = await fetch(urlOf(sandbox, 'groups'));
    expect(status).toBe(429);
    return headers.get('retry-after');
  };

  test('without Retry-After', async () => expect(await answered(rateLimited())).toBeNull());

  test('with seconds', async () => expect(await answered(rateLimited({ retryAfter: 7 }))).toBe('7'));

  test('with a date', async () => {
    const retryAfter = new Date('2036-01-01T00:00:00Z');
    expect(await answered(rateLimited({ retryAfter }))).toBe('Tue, 01 Jan 2036 00:00:00 GMT');
  });

  test('its parameters tell endpoint, wait, capacity, refill and seconds', () => {
    const endpoint = 'api/atlas/v2/orgs';
    expect(rateLimited({ endpoint, retryAfter: 3, capacity: 10, refill: 5, seconds: 1 }).body).toMatchObject({
      parameters: [endpoint, 3, 10, 5, 1],
    });
    const retryAfter = new Date(Date.now() + 10_000);
    expect(rateLimited({ retryAfter }).body).toMatchObject({
      parameters: ['api/atlas/v2/groups', expect.any(Number), 1200, 500, 60],
    });
  });
});
