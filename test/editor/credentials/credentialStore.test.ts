// What is stored of a credential, where, and what two windows of one machine see of it.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SecretStorage } from 'vscode';
import { parseAtlasHost } from '../../../client/src/core/atlas/endpoint.ts';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import { createCredentialStore, type StoreResult } from '../../../client/src/editor/credentials/credentialStore.ts';
import { createKeyring } from '../../../client/src/editor/keyring/keyring.ts';
import { createFakeSecrets, type FakeSecrets } from '../../support/fakeSecrets.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const [host, elsewhere] = ['https://cloud.mongodb.com', 'https://cloud.mongodbgov.com'].map((text) => {
  const parsed = parseAtlasHost(text, []);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.host;
}) as [ReturnedHost, ReturnedHost];
type ReturnedHost = AtlasCredential['host'];

const account = { kind: 'serviceAccount', host, clientId: 'mdb_sa_id_1', clientSecret: 'canary-secret' } as const;
const apiKey = { kind: 'apiKey', host: elsewhere, publicKey: 'abcdefgh', privateKey: 'canary-private' } as const;

let secrets: FakeSecrets;
const storeIn = (window: SecretStorage, inMemory = true) =>
  createCredentialStore(createKeyring(window, async () => inMemory));
const openWindow = () => storeIn(secrets.openWindow());
let store: ReturnType<typeof storeIn>;

beforeEach(() => {
  secrets = createFakeSecrets();
  store = storeIn(secrets);
});

function entryOf(result: StoreResult) {
  if (result.kind === 'lost') throw new Error('lost');
  return result.entry;
}

const labels = async (window = store) => (await window.list()).map(({ label }) => label);

test('one record holds all of it, its key nothing secret', async () => {
  const { id } = entryOf(await store.add(account, 'prod'));
  const [[key = '', record = ''] = []] = secrets.records;
  expect(JSON.parse(record)).toEqual({ version: 1, ...account });
  expect(await store.list()).toEqual([{ id, kind: 'serviceAccount', host, label: 'prod', publicPart: 'mdb_sa_id_1' }]);
  await store.add(apiKey, 'gov');
  expect([secrets.records.size, [...secrets.records.keys()].join()]).toEqual([
    2,
    expect.not.stringContaining('canary'),
  ]);
  expect(key).toMatch(/^streamconn\.credential\./);
});

test('another window lists and reads the same', async () => {
  const { id } = entryOf(await store.add(account, 'prod'));
  const other = openWindow();
  expect(await other.list()).toEqual(await store.list());
  expect(await other.read(id)).toEqual(account);
});

test('new values keep id and label, a new label keeps the values, and neither leaves anything behind', async () => {
  const first = entryOf(await store.add(account, 'prod'));
  await store.add(apiKey, 'gov');
  const renamed = entryOf((await store.rename(first.id, 'production')) ?? { kind: 'lost' });
  expect(renamed).toEqual({ ...first, label: 'production' });
  expect(await store.read(first.id)).toEqual(account);
  const rotated = { ...account, clientId: 'mdb_sa_id_2', clientSecret: 'canary-new' };
  await store.replace(renamed, rotated);
  expect((await store.list()).map(({ id, label, publicPart }) => [id === first.id, label, publicPart])).toEqual([
    [false, 'gov', 'abcdefgh'],
    [true, 'production', 'mdb_sa_id_2'],
  ]);
  expect(await store.read(first.id)).toEqual(rotated);
  expect([secrets.records.size, [...secrets.records.values()].join()]).toEqual([
    2,
    expect.not.stringContaining('canary-secret'),
  ]);
});

test('where the old record cannot be deleted, the new one counts', async () => {
  const first = entryOf(await store.add(account, 'prod'));
  secrets.fault = 'clings';
  const renames = Array.from({ length: 10 }, (_, index) => `${9 - index}`);
  for (const label of [...renames, 'a']) await store.rename(first.id, label);
  await store.replace({ ...first, label: 'a' }, { ...account, clientId: 'mdb_sa_id_0' });
  expect(secrets.records.size).toBe(13);
  expect(await openWindow().list()).toEqual([{ ...first, label: 'a', publicPart: 'mdb_sa_id_0' }]);
  expect(await openWindow().read(first.id)).toMatchObject({ clientId: 'mdb_sa_id_0' });
  secrets.fault = undefined;
  expect(await store.remove(first.id)).toBe(true);
  expect(secrets.records.size).toBe(0);
});

test('listing reads no secret', async () => {
  await store.add(account, 'prod');
  secrets.reads.length = 0;
  const other = openWindow();
  other.onDidChange(() => undefined);
  expect(await other.list()).toHaveLength(1);
  expect(secrets.reads).toEqual([]);
});

describe('two windows', () => {
  test('that add at once lose nothing, and each is told of the other', async () => {
    const windows = [openWindow(), openWindow()];
    const told: string[][] = [[], []];
    for (const [index, window] of windows.entries()) {
      window.onDidChangeList(async () => {
        told[index] = await labels(window);
      });
    }
    await Promise.all(windows.map((window, index) => window.add(account, `c${index}`)));
    await expect
      .poll(() => told)
      .toEqual([
        ['c0', 'c1'],
        ['c0', 'c1'],
      ]);
    for (const window of windows)
      for (const { id } of await window.list()) expect(await window.read(id)).toEqual(account);
  });

  test('that rename one at once agree on one label, and it stays readable', async () => {
    const [here, there] = [openWindow(), openWindow()];
    const { id } = entryOf(await here.add(account, 'prod'));
    await expect.poll(() => labels(there)).toEqual(['prod']);
    await Promise.all([here.rename(id, 'a'), there.rename(id, 'b')]);
    await expect.poll(async () => [await labels(here), await labels(there)]).toEqual([['b'], ['b']]);
    expect([await here.read(id), await there.read(id)]).toEqual([account, account]);
    expect(await there.remove(id)).toBe(true);
    expect(secrets.records.size).toBe(0);
  });

  test('of which one replaces while the other reads: the other gets the old or the new values', async () => {
    const [here, there] = [openWindow(), openWindow()];
    const entry = entryOf(await here.add(account, 'prod'));
    const newer = { ...account, clientId: 'mdb_sa_id_2' };
    await expect.poll(() => labels(there)).toEqual(['prod']);
    const read = [there.read(entry.id), here.replace(entry, newer), there.read(entry.id), here.read(entry.id)];
    for (const record of [await read[0], await read[2], await read[3]]) expect([account, newer]).toContainEqual(record);
    await expect.poll(() => there.read(entry.id)).toEqual(newer);
    expect(await there.list()).toEqual([{ ...entry, publicPart: 'mdb_sa_id_2' }]);
  });

  test('of which one renames in the moment in which the other reads: it is read, and not told as gone', async () => {
    const window = secrets.openWindow();
    const entry = entryOf(await storeIn(window).add(account, 'prod'));
    let meanwhile = true;
    const get = async (key: string) => {
      if (meanwhile) {
        meanwhile = false;
        await storeIn(window).rename(entry.id, 'production');
      }
      return window.get(key);
    };
    const reader = storeIn({ ...window, get });
    expect(await reader.read(entry.id)).toEqual(account);
    expect(await reader.list()).toEqual([{ ...entry, label: 'production' }]);
  });

  test('of which one removes: the other lists it no more, and not as one that was lost', async () => {
    const [here, there] = [openWindow(), openWindow()];
    const { id } = entryOf(await here.add(account, 'prod'));
    await expect.poll(() => labels(there)).toEqual(['prod']);
    expect(await here.remove(id)).toBe(true);
    await expect.poll(() => labels(there)).toEqual([]);
    expect([await there.read(id), await there.list()]).toEqual([undefined, []]);
  });
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
  for (const key of secrets.records.keys()) secrets.records.set(key, record);
  expect(await store.read(id)).toBeUndefined();
});

test('a key that is not ours is not listed, and goes with all others', async () => {
  const fields = { version: 1, id: '1', revision: 1, kind: 'apiKey', host, label: 'a', publicPart: 'b' };
  const texts = [
    '',
    '0b6c',
    'null',
    '{}',
    { ...fields, version: 2 },
    { ...fields, kind: 'x' },
    { ...fields, label: '' },
  ];
  for (const [index, text] of [...texts, { ...fields, revision: '1' }].entries()) {
    const key = typeof text === 'string' ? text : JSON.stringify(text);
    secrets.records.set(`streamconn.credential.${key}`, `${index}`);
  }
  secrets.records.set('streamconn.secret.KAFKA_PASSWORD', 'x');
  expect(await store.list()).toEqual([]);
  expect(await store.removeAll()).toBe(0);
  expect([...secrets.records.keys()]).toEqual(['streamconn.secret.KAFKA_PASSWORD']);
});

test('what VS Code cannot decrypt is listed as gone, for this window, until it is replaced or removed', async () => {
  const entry = entryOf(await store.add(account, 'prod'));
  const heard: boolean[][] = [];
  store.onDidChangeList(async () => heard.push((await store.list()).map(({ isGone = false }) => isGone)));
  secrets.fault = 'cannot decrypt';
  expect(await store.read(entry.id)).toBeUndefined();
  await expect.poll(() => heard.at(-1)).toEqual([true]);
  expect([secrets.records.size, await store.list()]).toEqual([0, [{ ...entry, isGone: true }]]);
  expect(await openWindow().list()).toEqual([]);
  expect([await store.read(entry.id), await store.rename(entry.id, 'x')]).toEqual([undefined, undefined]);
  secrets.fault = undefined;
  expect(entryOf(await store.replace(entry, account))).toEqual(entry);
  expect([await store.list(), await store.read(entry.id)]).toEqual([[entry], account]);
  secrets.fault = 'cannot decrypt';
  await store.read(entry.id);
  expect([await store.remove(entry.id), await store.list()]).toEqual([true, []]);
});

test('one that is removed while it is read is not told as gone', async () => {
  for (let moment = 0; moment < 20; moment++) {
    const { id } = entryOf(await store.add(account, 'prod'));
    const removing = store.remove(id);
    for (let turn = 0; turn < moment; turn++) await Promise.resolve();
    await Promise.all([removing, store.read(id)]);
    expect([moment, await store.list()]).toEqual([moment, []]);
  }
});

test('what cannot be read just now is not told as gone, and not told again and again', async () => {
  const entry = entryOf(await store.add(account, 'prod'));
  let told = 0;
  store.onDidChangeList(() => told++);
  for (const key of secrets.records.keys()) secrets.records.set(key, 'broken');
  for (let times = 0; times < 3; times++) expect(await store.read(entry.id)).toBeUndefined();
  expect([await store.list(), told]).toEqual([[entry], 1]);
});

test('what cannot be removed stays in the list, for another try', async () => {
  const { id } = entryOf(await store.add(account, 'prod'));
  secrets.fault = 'clings';
  expect([await store.remove(id), await store.removeAll()]).toEqual([false, 1]);
  expect(await store.list()).toHaveLength(1);
});

test('changes are told by id, in each window, and those of other secrets are not', async () => {
  const heard: string[] = [];
  openWindow().onDidChange((id) => heard.push(id));
  const { id } = entryOf(await store.add(account, 'prod'));
  await secrets.store('streamconn.secret.KAFKA_PASSWORD', 'x');
  await store.remove(id);
  await expect.poll(() => heard).toEqual([id, id]);
});

test('the list is told of when it is added to, renamed in, removed from', async () => {
  let told: readonly string[] = [];
  store.onDidChangeList(async () => {
    told = await labels();
  });
  const { id } = entryOf(await store.add(account, 'prod'));
  await expect.poll(() => told).toEqual(['prod']);
  await store.rename(id, 'production');
  await expect.poll(() => told).toEqual(['production']);
  await store.remove(id);
  await expect.poll(() => told).toEqual([]);
});

test('where the secret storage loses it, this window alone has it, until it closes', async () => {
  secrets.fault = 'loses';
  const result = await store.add(account, 'prod');
  expect(result.kind).toBe('session');
  const { id } = entryOf(result);
  await store.rename(id, 'production');
  expect(await labels()).toEqual(['production']);
  expect(await store.read(id)).toEqual(account);
  expect([await openWindow().list(), secrets.records.size]).toEqual([[], 0]);
  expect(await store.remove(id)).toBe(true);
  expect([await store.list(), await store.read(id)]).toEqual([[], undefined]);
});

test('new values that the secret storage loses: new here, those before in other windows', async () => {
  const first = entryOf(await store.add(account, 'prod'));
  secrets.fault = 'loses';
  await store.replace(first, { ...account, clientId: 'mdb_sa_id_0' });
  expect((await store.list()).map(({ publicPart }) => publicPart)).toEqual(['mdb_sa_id_0']);
  expect(await store.read(first.id)).toMatchObject({ clientId: 'mdb_sa_id_0' });
  expect(await openWindow().list()).toEqual([first]);
  expect(await openWindow().read(first.id)).toEqual(account);
});

test('and where the person does not want that, nothing has changed', async () => {
  store = storeIn(secrets, false);
  const first = entryOf(await store.add(account, 'prod'));
  secrets.fault = 'loses';
  expect(await store.add(apiKey, 'gov')).toEqual({ kind: 'lost' });
  expect(await store.replace(first, { ...account, clientId: 'mdb_sa_id_2' })).toEqual({ kind: 'lost' });
  expect(await store.list()).toEqual([first]);
  expect(await store.read(first.id)).toEqual(account);
});
