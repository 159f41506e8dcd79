// What is stored of a credential, where, and what two windows of one machine see of it.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Memento } from 'vscode';
import { parseAtlasHost } from '../../client/src/atlas/endpoint.ts';
import type { AtlasCredential } from '../../client/src/atlas/outcome.ts';
import { createCredentialStore, type StoreResult } from '../../client/src/credentials/credentialStore.ts';
import { createKeyring } from '../../client/src/credentials/keyring.ts';
import { createFakeMemento, createFakeSecrets, type FakeSecrets } from '../support/fakeSecrets.ts';

const [host, elsewhere] = ['https://cloud.mongodb.com', 'https://cloud.mongodbgov.com'].map((text) => {
  const parsed = parseAtlasHost(text, []);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.host;
}) as [ReturnedHost, ReturnedHost];
type ReturnedHost = AtlasCredential['host'];

const account = { kind: 'serviceAccount', host, clientId: 'mdb_sa_id_1', clientSecret: 'canary-secret' } as const;
const apiKey = { kind: 'apiKey', host: elsewhere, publicKey: 'abcdefgh', privateKey: 'canary-private' } as const;

let secrets: FakeSecrets;
let state: Memento;
const openWindow = ({ inMemory = true } = {}) =>
  createCredentialStore(
    createKeyring(secrets, async () => inMemory),
    state,
  );
let store: ReturnType<typeof openWindow>;

beforeEach(() => {
  secrets = createFakeSecrets();
  state = createFakeMemento();
  store = openWindow();
});

function entryOf(result: StoreResult) {
  if (result.kind === 'lost') throw new Error('lost');
  return result.entry;
}

test('one record holds all of it, the list nothing secret', async () => {
  const { id } = entryOf(await store.add(account, 'prod'));
  expect([...secrets.records.keys()]).toEqual([`streamconn.credential.${id}`]);
  expect(JSON.parse([...secrets.records.values()][0] ?? '')).toEqual({ version: 1, ...account });
  expect(store.list()).toEqual([{ id, kind: 'serviceAccount', host, label: 'prod', publicPart: 'mdb_sa_id_1' }]);
  await store.add(apiKey, 'gov');
  const listed = JSON.stringify(state.keys().map((key) => state.get(key)));
  expect(listed).toContain('abcdefgh');
  expect(listed).not.toContain('canary');
});

test('another window lists and reads the same', async () => {
  const { id } = entryOf(await store.add(account, 'prod'));
  const other = openWindow();
  expect(other.list()).toEqual(store.list());
  expect(await other.read(id)).toEqual(account);
});

test('new values keep id, label and place; so does a new label', async () => {
  const first = entryOf(await store.add(account, 'prod'));
  await store.add(apiKey, 'gov');
  await store.rename(first.id, 'production');
  const renamed = store.list()[0];
  expect(renamed).toEqual({ ...first, label: 'production' });
  const rotated = { ...account, clientId: 'mdb_sa_id_2', clientSecret: 'canary-new' };
  await store.replace(renamed ?? first, rotated);
  expect(store.list().map(({ id, label, publicPart }) => [id === first.id, label, publicPart])).toEqual([
    [true, 'production', 'mdb_sa_id_2'],
    [false, 'gov', 'abcdefgh'],
  ]);
  expect(await store.read(first.id)).toEqual(rotated);
});

test('what was listed before there were labels is called by its public part', async () => {
  await state.update('streamconn.credentials', [{ id: '1', kind: 'apiKey', host, label: 'abcdefgh' }]);
  expect(store.list()).toEqual([{ id: '1', kind: 'apiKey', host, label: 'abcdefgh', publicPart: 'abcdefgh' }]);
});

test('listing reads no secret', async () => {
  await store.add(account, 'prod');
  secrets.reads.length = 0;
  const other = openWindow();
  other.onDidChange(() => undefined);
  expect([other.list().length, (await other.allIds()).length]).toEqual([1, 1]);
  expect(secrets.reads).toEqual([]);
});

test.each([
  '',
  'not JSON',
  'null',
  '[]',
  '"text"',
  JSON.stringify({ ...account, version: 2 }),
  JSON.stringify({ version: 1, ...account, clientSecret: '' }),
  JSON.stringify({ version: 1, ...account, clientId: { toString: 1 } }),
  JSON.stringify({ version: 1, ...account, kind: 'apiKey' }),
  JSON.stringify({ version: 1, ...account, host: null }),
])('a record that is not ours is none: %s', async (record) => {
  const { id } = entryOf(await store.add(account, 'prod'));
  secrets.records.set(`streamconn.credential.${id}`, record);
  expect(await store.read(id)).toBeUndefined();
});

test('removed, it is in no list and no record, in no window', async () => {
  const { id } = entryOf(await store.add(account, 'prod'));
  const other = openWindow();
  expect(await store.remove(id)).toBe(true);
  expect([store.list(), other.list(), secrets.records.size, await other.read(id)]).toEqual([[], [], 0, undefined]);
});

test('what the keyring does not let go of stays in the list, for another try', async () => {
  const { id } = entryOf(await store.add(account, 'prod'));
  secrets.fault = 'clings';
  expect(await store.remove(id)).toBe(false);
  expect(store.list()).toHaveLength(1);
});

test('all ids are those of the list and those that it has lost', async () => {
  const { id } = entryOf(await store.add(account, 'prod'));
  secrets.records.set('streamconn.credential.orphan', '{}');
  secrets.records.set('streamconn.secret.KAFKA_PASSWORD', 'x');
  expect(await store.allIds()).toEqual([id, 'orphan']);
  for (const each of await store.allIds()) await store.remove(each);
  expect([...secrets.records.keys()]).toEqual(['streamconn.secret.KAFKA_PASSWORD']);
});

test('changes are told by id, in each window, and those of other secrets are not', async () => {
  const heard: string[] = [];
  openWindow().onDidChange((id) => heard.push(id));
  const { id } = entryOf(await store.add(account, 'prod'));
  await secrets.store('streamconn.secret.KAFKA_PASSWORD', 'x');
  await store.remove(id);
  expect(heard).toEqual([id, id]);
});

describe('the list is told of', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('when it changes in this window: added, renamed, removed', async () => {
    let told: readonly string[] = [];
    store.onDidChangeList(() => {
      told = store.list().map(({ label }) => label);
    });
    const { id } = entryOf(await store.add(account, 'prod'));
    expect(told).toEqual(['prod']);
    await store.rename(id, 'production');
    expect(told).toEqual(['production']);
    await store.remove(id);
    expect(told).toEqual([]);
  });

  test('when it changes in another window, whose list comes here after its record', async () => {
    const told: number[] = [];
    const late = createFakeMemento();
    const here = createCredentialStore(
      createKeyring(secrets, async () => true),
      late,
    );
    here.onDidChangeList(() => told.push(here.list().length));
    const { id } = entryOf(await store.add(account, 'prod'));
    expect(told).toEqual([0]);
    await late.update('streamconn.credentials', state.get('streamconn.credentials'));
    await vi.advanceTimersByTimeAsync(250);
    expect(told).toEqual([0, 1]);
    await store.remove(id);
    await late.update('streamconn.credentials', []);
    await vi.advanceTimersByTimeAsync(250);
    expect(told.slice(2)).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([told.length, vi.getTimerCount()]).toEqual([4, 0]);
  });
});

test('where the keyring loses it, this window alone has it, until it closes', async () => {
  secrets.fault = 'loses';
  const result = await store.add(account, 'prod');
  expect(result.kind).toBe('session');
  const { id } = entryOf(result);
  await store.rename(id, 'production');
  expect(store.list().map(({ label }) => label)).toEqual(['production']);
  expect(await store.read(id)).toEqual(account);
  expect(await store.allIds()).toEqual([id]);
  expect([openWindow().list(), JSON.stringify(state.get('streamconn.credentials', []))]).toEqual([[], '[]']);
  expect(await store.remove(id)).toBe(true);
  expect([store.list(), await store.read(id)]).toEqual([[], undefined]);
});

test('new values that the keyring loses: new here, those before in other windows', async () => {
  const first = entryOf(await store.add(account, 'prod'));
  secrets.fault = 'loses';
  await store.replace(first, { ...account, clientId: 'mdb_sa_id_2' });
  expect(store.list().map(({ publicPart }) => publicPart)).toEqual(['mdb_sa_id_2']);
  expect(await store.read(first.id)).toMatchObject({ clientId: 'mdb_sa_id_2' });
  expect(openWindow().list()).toEqual([first]);
  expect(await openWindow().read(first.id)).toEqual(account);
});

test('and where the person does not want that, nothing has changed', async () => {
  store = openWindow({ inMemory: false });
  const first = entryOf(await store.add(account, 'prod'));
  secrets.fault = 'loses';
  expect(await store.add(apiKey, 'gov')).toEqual({ kind: 'lost' });
  expect(await store.replace(first, { ...account, clientId: 'mdb_sa_id_2' })).toEqual({ kind: 'lost' });
  expect(store.list()).toEqual([first]);
  expect(await store.read(first.id)).toEqual(account);
});
