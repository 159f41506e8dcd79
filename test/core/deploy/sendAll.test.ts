// Many requests for one project: how many at once, what a rate limit, a failure and a cancel do to the others.

import { expect, test } from 'vitest';
import type { GateOptions } from '../../../client/src/core/atlas/gate.ts';
import type { Outcome } from '../../../client/src/core/atlas/outcome.ts';
import { type Wait, withRetries } from '../../../client/src/core/atlas/retry.ts';
import { createQueue, createQueues } from '../../../client/src/core/deploy/queue.ts';
import { type Bearing, bearingOf, sendAll } from '../../../client/src/core/deploy/sendAll.ts';
import { describeStop } from '../../../client/src/core/deploy/stopText.ts';
import type { Failure } from '../../../client/src/core/failure.ts';

const limited: Wait = { reason: 'rate limit', milliseconds: 10_000 };
const unreached: Wait = { reason: 'no connection', milliseconds: 1_000 };

const refused = (status: number): Failure => ({ kind: 'refused', error: { status, body: '' } });
const results: Readonly<Record<string, Outcome<string>>> = {
  '429': refused(429),
  '429 for a minute': { kind: 'refused', error: { status: 429, body: '', retryAfter: 60_000 } },
  unreached: { kind: 'unreachable', code: 'connection-refused', maybeDone: false },
};

const bearings: Readonly<Record<string, Bearing>> = { 'signed out': 'all', '401': 'perhaps', '429': 'all' };

/** Lets everything happen that waits for nothing but other code. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Requests that end when the test says so, in a queue whose clock the test turns; what it lets end with 429 tries again. */
function start(items: readonly string[], atOnce = 2) {
  const cancel = new AbortController();
  const begun: string[] = [];
  const tried: string[] = [];
  const waits: Wait[] = [];
  const counts: number[] = [];
  const endings = new Map<string, (outcome: Outcome<string>) => void>();
  const sleepers = new Map<() => void, number>();
  let clock = 0;
  const pause: NonNullable<GateOptions['pause']> = (milliseconds, signal) =>
    new Promise<void>((resolve) => {
      sleepers.set(resolve, clock + milliseconds);
      signal.addEventListener('abort', () => resolve());
    });
  const sending = sendAll<string, string>(items, {
    queue: createQueue({ atOnce, pause, now: () => clock }),
    call: { signal: cancel.signal, onWait: (wait) => void waits.push(wait) },
    send: async (item, call) => {
      begun.push(item);
      const attempt = () => {
        tried.push(item);
        return new Promise<Outcome<string>>((resolve) => {
          endings.set(item, resolve);
          call.signal.addEventListener('abort', () => resolve({ kind: 'cancelled', maybeDone: true }));
        });
      };
      const outcome = await withRetries('POST', call, attempt, { pause, random: () => 0 });
      if (outcome.kind === 'ok') return outcome.value;
      if (outcome.kind === 'refused') return String(outcome.error.status);
      return outcome.kind === 'cancelled' && !outcome.maybeDone ? 'given up' : outcome.kind;
    },
    bearing: (result) => bearings[result] ?? 'none',
    isGivenUp: (result) => result === 'given up',
    onDone: (count) => counts.push(count),
  });
  return {
    begun,
    tried,
    waits,
    counts,
    cancel: () => cancel.abort(),
    end: async (item: string, result = 'ok') => {
      endings.get(item)?.(results[result] ?? { kind: 'ok', value: result });
      await settle();
    },
    pass: async (milliseconds: number) => {
      clock += milliseconds;
      for (const [wake, at] of sleepers) if (at <= clock && sleepers.delete(wake)) wake();
      await settle();
    },
    all: async () => (await sending).map((sent) => (sent.kind === 'done' ? sent.result : sent.why)),
  };
}

test('so many at once and no more; the results are in the order of the items', async () => {
  const run = start(['a', 'b', 'c', 'd']);
  await settle();
  expect(run.begun).toEqual(['a', 'b']);
  await run.end('b', 'second');
  expect(run.begun).toEqual(['a', 'b', 'c']);
  await run.end('c');
  await run.end('d');
  await run.end('a', 'first');
  expect(await run.all()).toEqual(['first', 'second', 'ok', 'ok']);
  expect(run.counts).toEqual([1, 2, 3, 4]);
});

test('four at once, where nobody says otherwise', async () => {
  const begun: number[] = [];
  const queue = createQueue();
  const never = new AbortController();
  for (const item of [1, 2, 3, 4, 5]) {
    void queue.run(() => new Promise(() => begun.push(item)), { signal: never.signal });
  }
  await settle();
  expect(begun).toEqual([1, 2, 3, 4]);
});

test('where the rate limit makes one wait, no other begins before that is over', async () => {
  const run = start(['a', 'b', 'c']);
  await settle();
  await run.end('a', '429');
  await run.end('b');
  await run.pass(9_999);
  expect(run.begun).toEqual(['a', 'b']);
  await run.pass(1);
  expect(run.begun).toEqual(['a', 'b', 'c']);
  expect(run.waits).toEqual([limited]);
  await run.end('a');
  await run.end('c');
  expect(await run.all()).toEqual(['ok', 'ok', 'ok']);
});

test('of two waits for the rate limit, the longer one counts', async () => {
  const run = start(['a', 'b']);
  await settle();
  await run.end('a', '429 for a minute');
  await run.end('b', '429');
  await run.pass(59_999);
  expect(run.tried).toEqual(['a', 'b']);
  await run.pass(1);
  for (const item of ['a', 'b', 'a', 'b']) await run.end(item);
  expect(await run.all()).toEqual(['ok', 'ok']);
});

test('after a 429 one tries alone, and with each that gets through one more', async () => {
  const run = start(['a', 'b', 'c', 'd', 'e', 'f'], 4);
  await settle();
  for (const item of ['a', 'b', 'c', 'd']) await run.end(item, '429');
  await run.pass(10_000);
  expect(run.tried.slice(4)).toEqual(['a']);
  await run.end('a');
  expect(run.tried.slice(4)).toEqual(['a', 'b', 'c']);
  await run.end('b', '429');
  await run.end('c');
  await run.pass(20_000);
  expect(run.tried.slice(7)).toHaveLength(1);
  for (const item of ['b', 'd', 'e', 'f', 'b', 'd', 'e', 'f']) await run.end(item);
  expect(await run.all()).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
});

test('where nobody gets through, four tries in a row are the end for all', async () => {
  const run = start(['a', 'b', 'c'], 2);
  await settle();
  await run.end('a', '429');
  await run.end('b', '429');
  for (const milliseconds of [10_000, 20_000, 40_000]) {
    await run.pass(milliseconds);
    await run.end(run.tried.at(-1) ?? '', '429');
  }
  expect(run.tried).toHaveLength(5);
  expect((await run.all()).toSorted()).toEqual(['429', 'stopped', 'stopped']);
});

test('tries that meet the limit do not count where somebody else gets through in between', async () => {
  const run = start(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 2);
  await settle();
  const unlucky = run.tried[0] ?? '';
  for (let round = 0; round < 6; round++) {
    await run.end(unlucky, '429');
    for (const item of new Set(run.tried)) if (item !== unlucky) await run.end(item);
    await run.pass(10_000);
  }
  for (let round = 0; round < 9; round++) for (const item of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await run.end(item);
  expect(new Set(await run.all())).toEqual(new Set(['ok']));
});

test('a wait that is not for the rate limit is that of one alone', async () => {
  const run = start(['a', 'b', 'c']);
  await settle();
  await run.end('a', 'unreached');
  await run.end('b');
  expect(run.begun).toEqual(['a', 'b', 'c']);
  expect(run.waits).toEqual([unreached]);
});

test('one that fails does not stop the rest', async () => {
  const run = start(['a', 'b', 'c']);
  await settle();
  await run.end('a', 'refused');
  await run.end('b');
  await run.end('c');
  expect(await run.all()).toEqual(['refused', 'ok', 'ok']);
});

test('a failure that would meet all ends it, but not for those that have left', async () => {
  const run = start(['a', 'b', 'c', 'd']);
  await settle();
  await run.end('a', 'signed out');
  await run.end('b');
  expect(await run.all()).toEqual(['signed out', 'ok', 'stopped', 'stopped']);
});

test('a 401 among others that get through stops nothing, however many there are', async () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  const expected = ['ok', '401', '401', 'ok', '401', '401', 'ok', '401', 'ok'];
  const run = start(items);
  await settle();
  for (const [index, item] of items.entries()) await run.end(item, expected[index]);
  expect(await run.all()).toEqual(expected);
});

test('three 401 in a row stop the rest', async () => {
  const run = start(['a', 'b', 'c', 'd', 'e', 'f']);
  await settle();
  for (const item of ['a', 'b', 'c', 'd']) await run.end(item, '401');
  expect(await run.all()).toEqual(['401', '401', '401', '401', 'stopped', 'stopped']);
});

test('one that waits as another ends it all has been stopped, and not cancelled by the person', async () => {
  const run = start(['waits', 'refused']);
  await settle();
  await run.end('waits', '429');
  await run.end('refused', 'signed out');
  expect(await run.all()).toEqual(['stopped', 'signed out']);
});

test('cancelled: what has left comes to its end, what waits or has not begun does not', async () => {
  const run = start(['left', 'waits', 'later']);
  await settle();
  await run.end('waits', '429');
  run.cancel();
  await settle();
  await run.end('left');
  expect(await run.all()).toEqual(['ok', 'cancelled', 'cancelled']);
  expect(run.begun).toEqual(['left', 'waits']);
});

test('cancelled: one that waits for its turn after a 429 is not sent', async () => {
  const run = start(['a', 'b']);
  await settle();
  await run.end('a', '429');
  await run.end('b', '429');
  await run.pass(10_000);
  run.cancel();
  await settle();
  const last = run.tried.at(-1) ?? '';
  await run.end(last);
  expect((await run.all()).toSorted()).toEqual(['cancelled', 'ok']);
  expect(run.tried).toHaveLength(3);
});

test('cancelled: a request that is refused for the rate limit afterwards is not tried again', async () => {
  const run = start(['a', 'b']);
  await settle();
  run.cancel();
  await run.end('b');
  await run.end('a', '429');
  expect(await run.all()).toEqual(['cancelled', 'ok']);
  expect(run.waits).toEqual([]);
});

test('cancelled while all are held back: none begins', async () => {
  const run = start(['a', 'b', 'c']);
  await settle();
  await run.end('a', '429');
  await run.end('b');
  run.cancel();
  expect(await run.all()).toEqual(['cancelled', 'ok', 'cancelled']);
});

test('there is one queue for each project', () => {
  const queueOf = createQueues();
  expect(queueOf('shop')).toBe(queueOf('shop'));
  expect(queueOf('shop')).not.toBe(queueOf('weather'));
});

test.each<[Bearing, string, Failure]>([
  ['all', 'nobody is signed in', { kind: 'notSignedIn', code: 'not-accepted' }],
  ['all', '429, for it has been waited out or is too long', refused(429)],
  ['perhaps', '401, which may be of this one alone', refused(401)],
  ['all', 'nothing has left', { kind: 'unreachable', code: 'unknown-host', maybeDone: false }],
  ['none', 'a connection that broke off', { kind: 'unreachable', code: 'cut-off', maybeDone: true }],
  ['none', '400', refused(400)],
  ['none', '403, for it may be in use', refused(403)],
  ['none', 'a name that no address can hold', { kind: 'unusableName', name: '..' }],
  ['none', 'cancelled', { kind: 'cancelled', maybeDone: true }],
])('bears on %s of the others: %s', (expected, _, failure) => {
  expect(bearingOf(failure)).toBe(expected);
});

const limit = (retryAfter?: number): Failure => ({
  kind: 'refused',
  error: { status: 429, body: '', ...(retryAfter === undefined ? {} : { retryAfter }) },
});

test.each<[string, readonly Failure[]]>([
  ['for no file would get through.', [{ kind: 'notSignedIn', code: 'not-accepted' }]],
  ['for Atlas allows no more requests for now: deploy again in 300 s.', [limit(7_000), limit(300_000)]],
  ['for Atlas allows no more requests for now: wait a minute, then deploy again.', [limit()]],
])('it has stopped, %s', (words, failures) => {
  expect(describeStop(failures, 'orders')).toBe(`Deploying to orders has stopped, ${words}`);
});

test('canceled while it waits for its turn: it is not begun, and the turn goes to the next', async () => {
  const queue = createQueue({ atOnce: 1 });
  const cancel = new AbortController();
  const call = { signal: new AbortController().signal };
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = queue.run(() => promise, call);
  const second = queue.run(async () => 'second', { signal: cancel.signal });
  const third = queue.run(async () => 'third', call);
  cancel.abort();
  expect(await second).toEqual({ kind: 'notBegun' });
  resolve('first');
  expect([await first, await third]).toEqual([
    { kind: 'done', result: 'first' },
    { kind: 'done', result: 'third' },
  ]);
});
