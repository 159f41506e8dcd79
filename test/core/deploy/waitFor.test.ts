// Waiting for a connection: what the looks find, in order, and how it ends.
import { describe, expect, test } from 'vitest';
import type { AtlasClient } from '../../../client/src/core/atlas/atlasClient.ts';
import {
  deleteWhenDeployed,
  type Goal,
  hiddenAtMost,
  type Look,
  longestWait,
  staleAtMost,
  waitFor,
} from '../../../client/src/core/deploy/waitFor.ts';
import type { Fate } from '../../sandbox/lifecycle.ts';
import { body, plain, useAtlas } from '../atlas/connecting.ts';

const forty = 40 * 60_000;

/** A clock that only pauses move on, and the pauses. */
function fakeClock() {
  const pauses: number[] = [];
  let time = 0;
  return {
    pauses,
    now: () => time,
    pause: async (milliseconds: number) => {
      pauses.push(milliseconds);
      time += milliseconds;
    },
  };
}

/** Waits while the looks find these in turn, the last again and again: what was seen, and the end. */
async function wait(
  goal: Goal,
  found: readonly (string | number | Look)[],
  { stopAfter = Number.POSITIVE_INFINITY, mayBeStale = false } = {},
) {
  const clock = fakeClock();
  const stop = new AbortController();
  const seen: string[] = [];
  let looks = 0;
  const look = async () => {
    const now = found[Math.min(looks++, found.length - 1)] ?? 'READY';
    if (looks > stopAfter) stop.abort();
    return typeof now === 'object'
      ? now
      : typeof now === 'string'
        ? inState(now)
        : refused(now, now === 404 ? 'NOT_FOUND' : undefined);
  };
  const onSight = (sight: { kind: string; state?: string }) => void seen.push(sight.state ?? sight.kind);
  const { signal } = stop;
  const end = await waitFor({ goal, mayBeStale, signal, look, onSight, pause: clock.pause, now: clock.now });
  return { end: end.kind, told: 'reason' in end ? end.reason : '', seen, looks, ...clock };
}

const inState = (state: string): Look => ({ kind: 'ok', value: { name: 'shop', state } });
const proxyPage: Look = { kind: 'refused', error: { status: 404, body: '<html>' } };
const refused = (status: number, errorCode?: string) =>
  ({ kind: 'refused', error: { status, body: '', ...(errorCode ? { errorCode } : {}) } }) as const;
const absent: Look = { kind: 'absent' };
const noNetwork: Look = { kind: 'unreachable', code: 'unknown-host', maybeDone: false };

describe('until it is ready', () => {
  test.each<[what: string, found: readonly (string | number | Look)[], end: string, seen: readonly string[]]>([
    ['ready at once', ['READY'], 'ready', []],
    ['an Atlas that tells no state', [{ kind: 'ok', value: { name: 'shop' } }], 'ready', []],
    ['set up', ['PENDING', 'PENDING', 'READY'], 'ready', ['PENDING', 'PENDING']],
    ['deleted meanwhile, as the list of all has it', ['PENDING', absent, absent], 'gone', ['PENDING', 'missing']],
    [
      'a proxy that answers in between',
      ['PENDING', proxyPage, proxyPage, 'READY'],
      'ready',
      ['PENDING', 'noAnswer', 'noAnswer'],
    ],
    ['a state that nobody knows yet', ['POLISHING', 'READY'], 'ready', ['POLISHING']],
    ['not set up', ['PENDING', 'FAILED'], 'failed', ['PENDING']],
    [
      'not seen right after its creation',
      [404, 404, 404, 'PENDING', 'READY'],
      'ready',
      ['missing', 'missing', 'missing', 'PENDING'],
    ],
    ['deleted meanwhile', ['PENDING', 'DELETING', 404, 404], 'gone', ['PENDING', 'DELETING', 'missing']],
    [
      'missed once by a server that lags',
      ['PENDING', 404, 'PENDING', 'READY'],
      'ready',
      ['PENDING', 'missing', 'PENDING'],
    ],
    [
      'no network for a while',
      ['PENDING', noNetwork, noNetwork, 'READY'],
      'ready',
      ['PENDING', 'noAnswer', 'noAnswer'],
    ],
    ['an Atlas that is busy', [429, 503, 500, 'READY'], 'ready', ['noAnswer', 'noAnswer', 'noAnswer']],
    ['a sign-in that has expired', ['PENDING', 401], 'gaveUp', ['PENDING']],
    ['a role that was taken away', ['PENDING', 403], 'gaveUp', ['PENDING']],
  ])('%s', async (_, found, end, seen) => {
    const waited = await wait('ready', found);
    expect([waited.end, waited.seen]).toEqual([end, seen]);
    expect(waited.looks).toBe(seen.length + 1);
  });

  test('a credential that was removed ends it with the reason', async () => {
    const gone = { kind: 'unavailable', reason: 'The credential was removed.', replaceable: false } as const;
    expect(await wait('ready', ['PENDING', gone])).toMatchObject({ end: 'gaveUp', told: gone.reason });
    expect((await wait('ready', [401])).told).toMatch(/^Atlas refused with 401\. The credential is wrong/);
  });

  test('it looks less and less often, at last every ten seconds', async () => {
    const { pauses } = await wait('ready', [...Array.from({ length: 8 }, () => 'PENDING'), 'READY']);
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000, 10_000]);
  });

  test('it has patience for more than forty minutes, and then ends', async () => {
    const { end, now } = await wait('ready', ['PENDING']);
    expect(end).toBe('tooLong');
    expect(now()).toBeGreaterThan(forty);
    expect(now()).toBeLessThan(longestWait + 60_000);
  });

  test('without a network it has the same patience', async () => {
    const { end, now } = await wait('ready', [noNetwork]);
    expect([end, now() > forty]).toEqual(['tooLong', true]);
  });

  test('a connection that never turns up counts as gone after two minutes', async () => {
    const { end, now } = await wait('ready', [404]);
    expect([end, now() >= hiddenAtMost]).toEqual(['gone', true]);
  });

  test('it can be stopped: nothing is looked at afterwards', async () => {
    expect(await wait('ready', ['PENDING'], { stopAfter: 3 })).toMatchObject({ end: 'stopped', looks: 4 });
  });
});

describe('after an update, where Atlas may still tell the state from before', () => {
  test.each<[what: string, found: readonly (string | number | Look)[], end: string, seen: readonly string[]]>([
    ['READY at first and FAILED in the end', ['READY', 'PENDING', 'FAILED'], 'failed', ['PENDING']],
    ['FAILED at first and READY in the end', ['FAILED', 'PENDING', 'READY'], 'ready', ['PENDING']],
    ['READY, and so it stays', ['READY'], 'ready', []],
    ['FAILED, and so it stays', ['FAILED'], 'failed', []],
    ['FAILED at first, then READY without a sight in between', ['FAILED', 'READY'], 'ready', []],
    ['servers of which one lags', ['READY', 'FAILED', 'READY', 'PENDING', 'FAILED'], 'failed', ['PENDING']],
    ['PENDING at once', ['PENDING', 'FAILED'], 'failed', ['PENDING']],
    ['an Atlas that tells no state', [{ kind: 'ok', value: { name: 'shop' } }], 'ready', []],
    ['no network in between', ['READY', noNetwork, 'READY'], 'ready', ['noAnswer']],
    ['a sign-in that has expired', ['READY', 401], 'gaveUp', []],
  ])('%s', async (_, found, end, seen) => {
    const waited = await wait('ready', found, { mayBeStale: true });
    expect([waited.end, waited.seen]).toEqual([end, seen]);
  });

  test.each<[Goal, string[]]>([
    ['ready', ['PENDING', 'FAILED']],
    ['ready', ['READY', 'PENDING', 'READY']],
    ['gone', ['FAILED', 'DELETING', 'FAILED']],
  ])('until it is %s: what comes once Atlas was seen at work is believed at once: %o', async (goal, found) => {
    expect((await wait(goal, found, { mayBeStale: true })).looks).toBe(found.length);
  });

  test('what stays is believed after seconds and a few looks', async () => {
    const { looks, now } = await wait('ready', ['READY'], { mayBeStale: true });
    expect([looks, now()]).toEqual([3, staleAtMost]);
  });
});

describe('until it is gone', () => {
  test.each<[what: string, found: readonly (string | number | Look)[], end: string, seen: readonly string[]]>([
    ['gone at once', [404], 'gone', []],
    ['taken away', ['DELETING', 'DELETING', 404], 'gone', ['DELETING', 'DELETING']],
    ['still READY on a server that lags', ['READY', 'DELETING', 404], 'gone', ['READY', 'DELETING']],
    ['not taken away', ['DELETING', 'FAILED'], 'failed', ['DELETING']],
    ['FAILED before, as a server that lags tells', ['FAILED', 'DELETING', 404], 'gone', ['DELETING']],
    ['FAILED before, and gone', ['FAILED', 404], 'gone', []],
    ['FAILED, and so it stays', ['FAILED', 'FAILED', 'FAILED'], 'failed', []],
    ['PENDING before, then FAILED, then gone', ['PENDING', 'FAILED', 404], 'gone', ['PENDING']],
    ['no network for a while', ['DELETING', noNetwork, 404], 'gone', ['DELETING', 'noAnswer']],
  ])('%s', async (_, found, end, seen) => {
    const waited = await wait('gone', found);
    expect([waited.end, waited.seen]).toEqual([end, seen]);
  });
});

describe('deleting what Atlas is still setting up', () => {
  const deploying = refused(409, 'STREAM_KAFKA_CONNECTION_IS_DEPLOYING');
  const done = { kind: 'ok', value: {} } as const;

  async function deleteAfter(
    answers: readonly (typeof deploying | typeof done)[],
    cancelAfter = Number.POSITIVE_INFINITY,
  ) {
    const clock = fakeClock();
    const cancel = new AbortController();
    const told: number[] = [];
    let tries = 0;
    const outcome = await deleteWhenDeployed({
      attempt: async () => answers[Math.min(tries++, answers.length - 1)] ?? done,
      onWait: ({ reason, milliseconds }) => {
        if (reason === 'deploying') told.push(milliseconds);
        if (tries >= cancelAfter) cancel.abort();
      },
      signal: cancel.signal,
      pause: clock.pause,
      now: clock.now,
    });
    return { outcome, tries, told, ...clock };
  }

  test('is tried again with pauses until it works', async () => {
    const { outcome, told, pauses } = await deleteAfter([deploying, deploying, deploying, done]);
    expect([outcome.kind, pauses, told]).toEqual(['ok', [1_000, 2_000, 4_000], [1_000, 2_000, 4_000]]);
  });

  test('another conflict is told at once', async () => {
    const { outcome, tries } = await deleteAfter([refused(409, 'OTHER')]);
    expect([outcome.kind, tries]).toEqual(['refused', 1]);
  });

  test('can be cancelled between two tries', async () => {
    const { outcome, tries } = await deleteAfter([deploying], 2);
    expect([outcome, tries]).toEqual([{ kind: 'cancelled', maybeDone: false }, 2]);
  });

  test('has the same patience, and then tells what Atlas says', async () => {
    const { outcome, now } = await deleteAfter([deploying]);
    expect([outcome, now() > forty]).toEqual([deploying, true]);
  });
});

describe('with the sandbox', () => {
  const atlas = useAtlas();
  const clock = fakeClock();

  const waitOn = (client: AtlasClient, goal: Goal, mayBeStale = false) =>
    waitFor({
      goal,
      mayBeStale,
      signal: new AbortController().signal,
      look: () => client.getConnection(atlas.target(), 'shop', atlas.call()),
      pause: clock.pause,
      now: clock.now,
    });

  test.each<[string, Fate, string]>([
    ['it becomes ready', { pending: 3 }, 'ready'],
    ['it is not seen at first', { hidden: 4, pending: 2 }, 'ready'],
    ['it fails', { pending: 2, end: 'FAILED' }, 'failed'],
  ])('%s', async (_, fate, end) => {
    atlas.sandbox.state.fates.set('shop', fate);
    const client = atlas.connect('serviceAccount');
    await client.createConnection(atlas.target(), body, plain, atlas.call());
    expect(await waitOn(client, 'ready')).toEqual({ kind: end });
  });

  test.each<[string, Fate, string]>([
    ['is set up anew', { isSetUpAnew: true, stale: 1 }, 'ready'],
    ['fails', { isSetUpAnew: true, stale: 1, end: 'FAILED' }, 'failed'],
    ['stays as it is', {}, 'ready'],
  ])('changed, it %s', async (_, fate, end) => {
    const client = atlas.connect('serviceAccount');
    await client.createConnection(atlas.target(), body, plain, atlas.call());
    atlas.sandbox.state.fates.set('shop', fate);
    await client.updateConnection(atlas.target(), 'shop', body, plain, atlas.call());
    expect(await waitOn(client, 'ready', true)).toEqual({ kind: end });
  });

  test('one that has FAILED and is seen so after its deletion goes away', async () => {
    const client = atlas.connect('serviceAccount');
    atlas.sandbox.state.fates.set('shop', { pending: 0, end: 'FAILED', stale: 2 });
    await client.createConnection(atlas.target(), body, plain, atlas.call());
    await client.deleteConnection(atlas.target(), 'shop', atlas.call());
    expect(await waitOn(client, 'gone')).toEqual({ kind: 'gone' });
  });

  test.each<[string, Fate, string]>([
    ['it goes away', { deleting: 3 }, 'gone'],
    ['it does not go away', { deleting: 2, deletionFails: true }, 'failed'],
  ])('%s', async (_, fate, end) => {
    atlas.sandbox.state.fates.set('shop', fate);
    const client = atlas.connect('serviceAccount');
    await client.createConnection(atlas.target(), body, plain, atlas.call());
    await client.deleteConnection(atlas.target(), 'shop', atlas.call());
    expect(await waitOn(client, 'gone')).toEqual({ kind: end });
  });
});
