// The item in the status bar is there as long as something is waited for, and no longer.

import { afterEach, expect, test, vi } from 'vitest';
import type { CredentialEntry } from '../../../client/src/core/place.ts';
import type { AtlasSessions } from '../../../client/src/editor/credentials/atlasSessions.ts';
import { createWaitingList } from '../../../client/src/editor/waiting/waitingList.ts';
import { window } from '../../support/fakeVscode.ts';
import { broker } from '../../support/places.ts';
import { silentLog } from '../../support/silentLog.ts';
import { type Answer, personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The credentials that a person has replaced. */
const replaced: CredentialEntry[] = [];

/** A list that asks as `open` says, and whether its item is shown. */
function start(open: () => Promise<unknown>) {
  const seen = { shown: false };
  const item = { show: () => (seen.shown = true), hide: () => (seen.shown = false), dispose: () => undefined };
  vi.spyOn(window, 'createStatusBarItem').mockReturnValue(item as never);
  const list = createWaitingList({
    atlas: { open } as unknown as AtlasSessions,
    log: silentLog,
    onEnd: () => undefined,
    replaceCredential: async (credential) => replaced.push(credential),
  });
  return { list, seen };
}

test('it is shown until there is an end', async () => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<unknown>();
  const { list, seen } = start(() => answered);
  const waiting = list.begin(broker, 'ready', 'PENDING');
  expect(seen.shown).toBe(true);
  answer({ kind: 'unavailable', reason: 'The keyring is locked.', replaceable: false });
  await waiting;
  expect(seen.shown).toBe(false);
});

test('a bug is an end, too', async () => {
  const { list, seen } = start(() => Promise.reject(new Error('bug')));
  await expect(list.begin(broker, 'ready', 'PENDING')).rejects.toThrow('bug');
  expect(seen.shown).toBe(false);
});

/** How often each request was made while so many connections of an instance become ready, each at its second look. */
async function requestsFor(count: number): Promise<{ readonly one: number; readonly all: number }> {
  vi.useFakeTimers();
  const requests = { one: 0, all: 0 };
  const seen = new Map<string, number>();
  const look = (name: string) => {
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return { name, state: seen.get(name) === 1 ? 'PENDING' : 'READY' };
  };
  const client = {
    getConnection: async (_: object, name: string) => {
      requests.one++;
      return { kind: 'ok', value: look(name) };
    },
    listConnections: async () => {
      requests.all++;
      return { kind: 'ok', value: manyOf(count).map(({ place: { name } }) => look(name)) };
    },
  };
  const { list, seen: bar } = start(async () => ({ kind: 'open', client }));
  const person = personWho();
  const waiting = list.beginTogether(manyOf(count));
  await vi.runAllTimersAsync();
  await waiting;
  expect([person.seen.length, bar.shown]).toEqual([1, false]);
  person.leave();
  return requests;
}

test('a few are looked at one by one, many by one list of all, but for those who come first and last', async () => {
  expect(await requestsFor(2)).toEqual({ one: 4, all: 0 });
  expect(await requestsFor(500)).toEqual({ one: 10, all: 2 });
});

test('one that is not in the list of all is not there any more', async () => {
  const client = {
    listConnections: async () => ({ kind: 'ok', value: [] }),
    getConnection: async () => ({
      kind: 'refused',
      error: { status: 404, body: '', errorCode: 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME' },
    }),
  };
  const { list } = start(async () => ({ kind: 'open', client }));
  const person = personWho();
  const names = Array.from({ length: 6 }, (_, index) => `many${index}`);
  await Promise.all(names.map((name) => list.begin({ ...broker, name }, 'gone', 'DELETING')));
  expect(person.seen.filter((text) => /is deleted\.$/.test(text))).toHaveLength(6);
  person.leave();
});

/** What is said of an update after which Atlas tells these states in turn, the last again and again. */
async function saidAfterUpdate(...states: string[]): Promise<readonly string[]> {
  vi.useFakeTimers();
  let looks = 0;
  const getConnection = async () => ({ kind: 'ok', value: { state: states[Math.min(looks++, states.length - 1)] } });
  const { list, seen: bar } = start(async () => ({ kind: 'open', client: { getConnection } }));
  const person = personWho();
  const waiting = list.begin(broker, 'ready', undefined);
  await vi.runAllTimersAsync();
  await waiting;
  person.leave();
  expect(bar.shown).toBe(false);
  return person.seen;
}

test('after an update, READY that stays has no word, and READY from before is not believed', async () => {
  expect(await saidAfterUpdate('READY')).toEqual([]);
  expect(await saidAfterUpdate('READY', 'PENDING', 'FAILED')).toEqual([expect.stringMatching(/ has FAILED\./)]);
  expect(await saidAfterUpdate('FAILED', 'PENDING', 'READY')).toEqual([expect.stringMatching(/ is READY\.$/)]);
});

/** Waits for so many together, asking as `open` says: what the person saw, and the answers that nobody asked for. */
async function waitTogether(count: number, open: () => Promise<unknown>, ...answers: Answer[]) {
  const { list } = start(open);
  const person = personWho(...answers);
  vi.useFakeTimers();
  const waiting = list.beginTogether(manyOf(count));
  await vi.runAllTimersAsync();
  await waiting;
  return { seen: person.seen, left: person.leave() };
}

function manyOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    place: { ...broker, name: `many${index}` },
    state: 'PENDING',
  }));
}

/** Asks a client that answers of each connection what `look` finds. */
const asking = (look: (isOdd: boolean) => object) => async () => ({
  kind: 'open',
  client: { getConnection: async (_: object, name: string) => look(/[13579]$/.test(name)) },
});

test('those that end in the same way are told in one message', async () => {
  const look = (isOdd: boolean) => ({ kind: 'ok', value: { state: isOdd ? 'FAILED' : 'READY' } });
  expect((await waitTogether(4, asking(look))).seen).toEqual([
    '2 connections in orders are READY: many0, many2.',
    expect.stringMatching(/^2 connections in orders have FAILED: many1, many3\. .* update them/),
  ]);
});

test('what has FAILED is told while others are waited for', async () => {
  vi.useFakeTimers();
  const look = (isOdd: boolean) => ({ kind: 'ok', value: { state: isOdd ? 'FAILED' : 'PENDING' } });
  const { list, seen: bar } = start(asking(look));
  const person = personWho();
  void list.beginTogether(manyOf(4));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(person.seen).toEqual([expect.stringMatching(/^2 connections in orders have FAILED: many1, many3\./)]);
  expect(bar.shown).toBe(true);
  list.dispose();
  person.leave();
});

test('each reason is told', async () => {
  const look = (isOdd: boolean) => ({ kind: 'refused', error: { status: isOdd ? 403 : 401, body: '' } });
  expect((await waitTogether(3, asking(look))).seen).toEqual([
    expect.stringMatching(/^No longer waiting for 2 connections in orders: many0, many2\. .* 401/),
    expect.stringMatching(/^No longer waiting for the connection “many1” in orders\. .* 403/),
  ]);
});

test('one reason for a hundred is told once, with its button', async () => {
  const lost = { kind: 'unavailable', reason: 'The secret has expired.', replaceable: true };
  const message = /^No longer waiting for 100 connections in orders: .* The secret has expired\.$/;
  const { seen, left } = await waitTogether(100, async () => lost, [message, 'Replace Credential']);
  expect([seen.length, left]).toEqual([1, []]);
  expect(replaced).toEqual([broker.credential]);
});
