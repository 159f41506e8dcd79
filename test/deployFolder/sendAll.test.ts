// Many requests for one project: how many at once, what a rate limit, a failure and a cancel do to the others.
import { expect, test } from 'vitest';
import type { Failure } from '../../client/src/atlas/outcome.ts';
import type { Call, Wait } from '../../client/src/atlas/retry.ts';
import { createQueue, createQueues, type QueueOptions } from '../../client/src/deployFolder/queue.ts';
import { sendAll, wouldMeetAll } from '../../client/src/deployFolder/sendAll.ts';
import { describeStop } from '../../client/src/deployFolder/stopText.ts';

const limited: Wait = { reason: 'rate limit', milliseconds: 10_000 };

/** Lets everything happen that waits for nothing but other code. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Requests that end when the test says so, in a queue whose clock the test turns. */
function start(items: readonly string[], options: QueueOptions = {}) {
  const cancel = new AbortController();
  const begun: string[] = [];
  const waits: Wait[] = [];
  const counts: number[] = [];
  const calls = new Map<string, Call>();
  const endings = new Map<string, (result: string) => void>();
  const sleepers: (() => void)[] = [];
  let clock = 0;
  const pause: QueueOptions['pause'] = (_, signal) =>
    new Promise((resolve) => {
      sleepers.push(resolve);
      signal.addEventListener('abort', () => resolve());
    });
  const sending = sendAll<string, string>(items, {
    queue: createQueue({ atOnce: 2, pause, now: () => clock, ...options }),
    call: { signal: cancel.signal, onWait: (wait) => void waits.push(wait) },
    send: (item, call) => {
      begun.push(item);
      calls.set(item, call);
      return new Promise((resolve) => {
        endings.set(item, resolve);
        call.signal.addEventListener('abort', () => resolve('aborted'));
      });
    },
    endsAll: (result) => result === 'signed out',
    isGivenUp: (result) => result === 'aborted',
    onDone: (count) => counts.push(count),
  });
  return {
    begun,
    waits,
    counts,
    cancel: () => cancel.abort(),
    wait: (item: string, wait: Wait) => calls.get(item)?.onWait?.(wait),
    end: async (item: string, result = 'ok') => {
      endings.get(item)?.(result);
      await settle();
    },
    pass: async (milliseconds: number) => {
      clock += milliseconds;
      for (const wake of sleepers.splice(0)) wake();
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

test('where the rate limit makes one wait, no other begins before that is over', async () => {
  const run = start(['a', 'b', 'c']);
  await settle();
  run.wait('a', limited);
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

test('a wait that is not for the rate limit is that of one alone', async () => {
  const run = start(['a', 'b', 'c']);
  await settle();
  run.wait('a', { reason: 'no connection', milliseconds: 10_000 });
  await run.end('b');
  expect(run.begun).toEqual(['a', 'b', 'c']);
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

test('one that waits as another ends it all has been stopped, and not cancelled by the person', async () => {
  const run = start(['waits', 'refused']);
  await settle();
  run.wait('waits', limited);
  await run.end('refused', 'signed out');
  expect(await run.all()).toEqual(['stopped', 'signed out']);
});

test('cancelled: what has left comes to its end, what waits or has not begun does not', async () => {
  const run = start(['left', 'waits', 'later']);
  await settle();
  run.wait('waits', limited);
  run.cancel();
  await settle();
  await run.end('left');
  expect(await run.all()).toEqual(['ok', 'cancelled', 'cancelled']);
  expect(run.begun).toEqual(['left', 'waits']);
});

test('cancelled: a request that is refused for the rate limit afterwards is not tried again', async () => {
  const run = start(['a', 'b']);
  await settle();
  run.cancel();
  await run.end('b');
  run.wait('a', limited);
  expect(await run.all()).toEqual(['cancelled', 'ok']);
  expect(run.waits).toEqual([]);
});

test('cancelled while all are held back: none begins', async () => {
  const run = start(['a', 'b', 'c']);
  await settle();
  run.wait('a', limited);
  await run.end('b');
  run.cancel();
  expect(await run.all()).toEqual(['cancelled', 'ok', 'cancelled']);
});

test('there is one queue for each project', () => {
  const queueOf = createQueues();
  expect(queueOf('shop')).toBe(queueOf('shop'));
  expect(queueOf('shop')).not.toBe(queueOf('weather'));
});

test.each<[boolean, string, Failure]>([
  [true, 'nobody is signed in', { kind: 'notSignedIn', code: 'not-accepted' }],
  [true, '429, for it has been waited out or is too long', { kind: 'refused', error: { status: 429, body: '' } }],
  [true, '401', { kind: 'refused', error: { status: 401, body: '' } }],
  [true, 'nothing has left', { kind: 'unreachable', code: 'unknown-host', maybeDone: false }],
  [false, 'a connection that broke off', { kind: 'unreachable', code: 'cut-off', maybeDone: true }],
  [false, '400', { kind: 'refused', error: { status: 400, body: '' } }],
  [false, '403, for it may be in use', { kind: 'refused', error: { status: 403, body: '' } }],
  [false, 'a name that no address can hold', { kind: 'unusableName', name: '..' }],
])('would meet all: %s, %s', (expected, _, failure) => {
  expect(wouldMeetAll(failure)).toBe(expected);
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
