// A folder under an exact rate limit is deployed to its end, whatever Atlas says of when to come back; nothing twice.
import { afterEach, describe, expect, test } from 'vitest';
import { createAtlasClient } from '../../../client/src/core/atlas/atlasClient.ts';
import type { AtlasHost } from '../../../client/src/core/atlas/endpoint.ts';
import type { Outcome } from '../../../client/src/core/atlas/outcome.ts';
import { withRetries } from '../../../client/src/core/atlas/retry.ts';
import { createQueue } from '../../../client/src/core/deploy/queue.ts';
import { bearingOf, type Sent, sendAll } from '../../../client/src/core/deploy/sendAll.ts';
import { createBucket, type RateLimit } from '../../sandbox/rateLimit.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';

/** Time that passes as soon as nothing else is to be done. */
function createClock() {
  const timers = new Set<{ readonly at: number; readonly wake: () => void }>();
  let time = 0;
  return {
    now: () => time,
    pause: (milliseconds: number, _?: AbortSignal) =>
      new Promise<void>((resolve) => {
        timers.add({ at: time + milliseconds, wake: resolve });
      }),
    run: async (end: Promise<unknown>) => {
      let isOver = false;
      void end.finally(() => {
        isOver = true;
      });
      while (!isOver) {
        for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
        const [next] = [...timers].toSorted((a, b) => a.at - b.at);
        if (!next) continue;
        timers.delete(next);
        time = next.at;
        next.wake();
      }
    },
  };
}

interface Run {
  readonly limit: RateLimit;
  /** Seconds, as Atlas says for each refusal; exact where absent. */
  readonly retryAfter?: number | 'none';
  /** What somebody else does with the same bucket, about once a second. */
  readonly others?: number;
  readonly files?: number;
}

/** What became of the files, what was tried in order, and how many tries were under way at the same time after a 429. */
async function deploy({ limit, retryAfter, others = 0, files = 100 }: Run) {
  const clock = createClock();
  const bucket = createBucket(limit, clock.now);
  const created: number[] = [];
  const atOnceAfterMiss: number[] = [];
  let underWay = 0;
  let hasMissed = false;
  const attempt = async (file: number): Promise<Outcome<number>> => {
    underWay++;
    if (hasMissed) atOnceAfterMiss.push(underWay);
    await clock.pause(100 + ((file * 37) % 50));
    underWay--;
    const { allowed } = bucket.take();
    hasMissed = !allowed;
    if (allowed) {
      created.push(file);
      return { kind: 'ok', value: file };
    }
    const seconds = retryAfter ?? bucket.wait();
    const asked = seconds === 'none' ? {} : { retryAfter: seconds * 1000 };
    return { kind: 'refused', error: { status: 429, body: '', ...asked } };
  };
  const sending = sendAll<number, Outcome<number>>(
    Array.from({ length: files }, (_, index) => index),
    {
      queue: createQueue(clock),
      call: { signal: new AbortController().signal },
      send: (file, call) => withRetries('POST', call, () => attempt(file), { pause: clock.pause, random: () => 0 }),
      bearing: (outcome) => (outcome.kind === 'ok' ? 'none' : bearingOf(outcome)),
      isGivenUp: (outcome) => outcome.kind === 'cancelled' && !outcome.maybeDone,
    },
  );
  if (others > 0) void takeAway(bucket, others, clock.pause, sending);
  await clock.run(sending);
  return { ends: await sending, created, atOnceAfterMiss, seconds: clock.now() / 1000 };
}

async function takeAway(
  bucket: ReturnType<typeof createBucket>,
  every: number,
  pause: (milliseconds: number) => Promise<void>,
  end: Promise<unknown>,
): Promise<void> {
  let isOver = false;
  void end.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await pause(every * 1000);
    bucket.take();
  }
}

function kindsOf(ends: readonly Sent<Outcome<unknown>>[]): Set<string> {
  return new Set(ends.map((end) => (end.kind === 'done' ? end.result.kind : end.why)));
}

const perSecond = (refill: number, capacity = 10): RateLimit => ({ capacity, refill, seconds: 1 });

describe('a hundred files and a bucket of ten', () => {
  test.each<[string, Run]>([
    ['one a second', { limit: perSecond(1) }],
    ['one in two seconds', { limit: { capacity: 10, refill: 1, seconds: 2 } }],
    ['one a minute', { limit: { capacity: 10, refill: 1, seconds: 60 } }],
    ['two a second', { limit: perSecond(2) }],
    ['five a second', { limit: perSecond(5) }],
    ['one a second, come back in 1 s', { limit: perSecond(1), retryAfter: 1 }],
    ['one a second, come back in 3 s', { limit: perSecond(1), retryAfter: 3 }],
    ['one a second, come back in 10 s', { limit: perSecond(1), retryAfter: 10 }],
    ['one a second, come back at once', { limit: perSecond(1), retryAfter: 0 }],
    ['one a second, no time told', { limit: perSecond(1), retryAfter: 'none' }],
    ['one in three seconds, come back in 1 s', { limit: { capacity: 10, refill: 1, seconds: 3 }, retryAfter: 1 }],
    ['two a second, others take one in two seconds', { limit: perSecond(2), others: 2 }],
    ['one a second, others take one in two seconds', { limit: perSecond(1), others: 2 }],
  ])('%s: all are created, each once', async (_, run) => {
    const { ends, created } = await deploy(run);
    expect(kindsOf(ends)).toEqual(new Set(['ok']));
    expect(created.toSorted((a, b) => a - b)).toEqual(ends.map((__, index) => index));
  });
});

test('after a 429, nothing begins beside the one that tries', async () => {
  const { atOnceAfterMiss } = await deploy({ limit: perSecond(1), files: 30 });
  const [burst, later] = [atOnceAfterMiss.slice(0, 3), atOnceAfterMiss.slice(3)];
  expect(Math.max(...burst)).toBeLessThanOrEqual(4);
  expect(new Set(later)).toEqual(new Set([1]));
});

test('a bucket that is not filled again: nobody is asked more than four times in a row, and all is told', async () => {
  const { ends, created } = await deploy({ limit: { capacity: 10, refill: 1, seconds: 1e9 }, retryAfter: 1 });
  expect(created).toHaveLength(10);
  expect(kindsOf(ends)).toEqual(new Set(['ok', 'refused', 'stopped']));
  expect(ends.filter((end) => end.kind === 'done' && end.result.kind === 'refused')).toHaveLength(1);
});

test('a time too long to sit through ends it at once', async () => {
  const { ends, created, seconds } = await deploy({ limit: perSecond(1), retryAfter: 300 });
  expect(kindsOf(ends)).toEqual(new Set(['ok', 'refused', 'stopped']));
  expect(created.length).toBeLessThan(20);
  expect(seconds).toBeLessThan(10);
});

describe('in real time, at the sandbox', () => {
  let sandbox: Sandbox;

  afterEach(() => sandbox.stop());

  test.each(['serviceAccount', 'apiKey'] as const)(
    'twelve files, four at once and two a second, with %s',
    async (kind) => {
      sandbox = await createSandbox({ rateLimit: { capacity: 4, refill: 2, seconds: 1 } });
      const [project] = sandbox.state.projects.values();
      const { serviceAccount, apiKey } = sandbox.state.credentials.owner;
      const host = sandbox.origin as AtlasHost;
      const client = createAtlasClient({
        credential: kind === 'apiKey' ? { kind, host, ...apiKey } : { kind, host, ...serviceAccount },
        url: new URL(host),
        userAgent: 'streamconn/test',
        onExchange: () => undefined,
      });
      const target = { groupId: project?.id ?? '', tenantName: 'payments' };
      const names = Array.from({ length: 12 }, (_, index) => `c${index}`);
      const ends = await sendAll<string, Outcome<unknown>>(names, {
        queue: createQueue(),
        call: { signal: new AbortController().signal },
        send: (name, call) => {
          const body = { type: 'Cluster', name, clusterName: 'Shop' };
          return client.createConnection(target, body, { envelope: false, pretty: false, secrets: [] }, call);
        },
        bearing: (outcome) => (outcome.kind === 'ok' ? 'none' : bearingOf(outcome)),
        isGivenUp: (outcome) => outcome.kind === 'cancelled' && !outcome.maybeDone,
      });
      await client.close();
      expect(kindsOf(ends)).toEqual(new Set(['ok']));
      expect([...(project?.instances.get('payments')?.connections.keys() ?? [])].toSorted()).toEqual(names.toSorted());
    },
  );
});
