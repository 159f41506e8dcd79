// The item in the status bar is there as long as something is waited for, and no longer.
import { afterEach, expect, test, vi } from 'vitest';
import type { AtlasSessions } from '../../client/src/atlasSessions.ts';
import type { CredentialStore } from '../../client/src/credentials/credentialStore.ts';
import { createWaitingList } from '../../client/src/ui/status/waitingList.ts';
import { window } from '../support/fakeVscode.ts';
import { personWho } from '../vscode/suite/person.ts';

vi.mock('vscode', () => import('../support/fakeVscode.ts'));

afterEach(() => void vi.restoreAllMocks());

const address = { credentialId: '1', groupId: '2', projectName: 'Shop', tenantName: 'orders', name: 'broker' };

/** A list that asks as `open` says, and whether its item is shown. */
function start(open: () => Promise<unknown>) {
  const seen = { shown: false };
  const item = { show: () => (seen.shown = true), hide: () => (seen.shown = false), dispose: () => undefined };
  vi.spyOn(window, 'createStatusBarItem').mockReturnValue(item as never);
  const credentials = { list: () => [{ id: '1' }] } as unknown as CredentialStore;
  const list = createWaitingList(credentials, { open } as unknown as AtlasSessions, () => undefined);
  return { list, seen };
}

test('it is shown until there is an end', async () => {
  let answer = (_: unknown): void => undefined;
  const { list, seen } = start(() => new Promise((resolve) => (answer = resolve)));
  const waiting = list.begin(address, 'ready', 'PENDING');
  expect(seen.shown).toBe(true);
  answer({ kind: 'unavailable', reason: 'The keyring is locked.', replaceable: false });
  await waiting;
  expect(seen.shown).toBe(false);
});

test('a bug is an end, too', async () => {
  const { list, seen } = start(() => Promise.reject(new Error('bug')));
  await expect(list.begin(address, 'ready', 'PENDING')).rejects.toThrow('bug');
  expect(seen.shown).toBe(false);
});

/** How often each request was made while so many connections of an instance become ready, each at its second look. */
async function requestsFor(count: number): Promise<{ readonly one: number; readonly all: number }> {
  const requests = { one: 0, all: 0 };
  const seen = new Map<string, number>();
  const look = (name: string) => {
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return { name, state: seen.get(name) === 1 ? 'PENDING' : 'READY' };
  };
  const names = Array.from({ length: count }, (_, index) => `many${index}`);
  const client = {
    getConnection: async (_: object, name: string) => {
      requests.one++;
      return { kind: 'ok', value: look(name) };
    },
    listConnections: async () => {
      requests.all++;
      return { kind: 'ok', value: names.map(look) };
    },
  };
  const { list, seen: bar } = start(async () => ({ kind: 'open', client }));
  const person = personWho();
  await list.beginTogether(names.map((name) => ({ address: { ...address, name }, state: 'PENDING' })));
  expect([person.seen.length, bar.shown]).toEqual([1, false]);
  person.leave();
  return requests;
}

test('a few are looked at one by one, many by one list of all, but for those who come first and last', async () => {
  expect(await requestsFor(2)).toEqual({ one: 4, all: 0 });
  const { one, all } = await requestsFor(500);
  expect(one).toBeLessThanOrEqual(10);
  expect(all).toBeLessThanOrEqual(4);
});

test('one that is not in the list of all is not there any more', async () => {
  const client = {
    listConnections: async () => ({ kind: 'ok', value: [] }),
    getConnection: async () => ({ kind: 'refused', error: { status: 404, body: '' } }),
  };
  const { list } = start(async () => ({ kind: 'open', client }));
  const person = personWho();
  const names = Array.from({ length: 6 }, (_, index) => `many${index}`);
  await Promise.all(names.map((name) => list.begin({ ...address, name }, 'gone', 'DELETING')));
  expect(person.seen.filter((text) => /is deleted\.$/.test(text))).toHaveLength(6);
  person.leave();
});
