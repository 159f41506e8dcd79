// Several secrets are stored all or not at all.
import { beforeEach, expect, test, vi } from 'vitest';
import { createKeyring } from '../../../client/src/editor/keyring/keyring.ts';
import { createSecretStore, type SecretStore } from '../../../client/src/editor/secrets/secretStore.ts';
import { storeSecrets } from '../../../client/src/editor/secrets/storeSecrets.ts';
import type { Services } from '../../../client/src/editor/services.ts';
import { createFakeSecrets, type FakeSecrets } from '../../support/fakeSecrets.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

let keyring: FakeSecrets;
let mayKeepInMemory: boolean;
let secrets: SecretStore;

beforeEach(() => {
  keyring = createFakeSecrets();
  mayKeepInMemory = false;
  secrets = createSecretStore(createKeyring(keyring, async () => mayKeepInMemory));
});

const store = (values: Readonly<Record<string, string>>) =>
  storeSecrets(
    { secrets } as Services,
    Object.entries(values).map(([name, value]) => ({ name, value })),
  );
const stored = async () =>
  Object.fromEntries(await Promise.all((await secrets.names()).map(async (name) => [name, await secrets.read(name)])));

test('undone, everything is as it was', async () => {
  await secrets.store('OLD', 'old');
  await secrets.store('SAME', 'same');
  const done = await store({ NEW: 'new', OLD: 'newer', SAME: 'same' });
  expect(await stored()).toEqual({ NEW: 'new', OLD: 'newer', SAME: 'same' });
  await done?.undo();
  expect(await stored()).toEqual({ OLD: 'old', SAME: 'same' });
});

test('where the keyring loses the last one, the others do not stay', async () => {
  await secrets.store('OLD', 'old');
  const set = keyring.records.set.bind(keyring.records);
  keyring.records.set = (key, value) => (value === 'lost' ? keyring.records : set(key, value));
  expect(await store({ NEW: 'new', OLD: 'newer', LAST: 'lost' })).toBeUndefined();
  expect(await stored()).toEqual({ OLD: 'old' });
});

test('where one of them is in memory only, that is told', async () => {
  mayKeepInMemory = true;
  keyring.fault = 'loses';
  expect((await store({ NEW: 'new' }))?.where).toBe('session');
  expect((await store({}))?.where).toBe('kept');
});
