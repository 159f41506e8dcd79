// The connections' own secrets: names without values, what two windows see of them, and what is kept of them where VS Code loses them.
import { beforeEach, expect, test, vi } from 'vitest';
import type { SecretStorage } from 'vscode';
import { createKeyring } from '../../../client/src/editor/keyring/keyring.ts';
import { createSecretStore } from '../../../client/src/editor/secrets/secretStore.ts';
import { createFakeSecrets, type FakeSecrets } from '../../support/fakeSecrets.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

let secrets: FakeSecrets;
const storeIn = (window: SecretStorage, inMemory = true) =>
  createSecretStore(createKeyring(window, async () => inMemory));
const openWindow = () => storeIn(secrets.openWindow());

beforeEach(() => {
  secrets = createFakeSecrets();
});

test('names are listed, sorted, without reading a value', async () => {
  const store = storeIn(secrets);
  for (const name of ['b', 'a', 'b']) expect(await store.store(name, `canary-${name}`)).toBe('kept');
  await secrets.store('streamconn.credential.x', 'y');
  secrets.reads.length = 0;
  expect(await openWindow().names()).toEqual(['a', 'b']);
  expect(secrets.reads).toEqual([]);
  expect(await openWindow().read('a')).toBe('canary-a');
});

test('two windows that store at once lose nothing, and each sees the secret of the other', async () => {
  const windows = [openWindow(), openWindow()];
  const told: string[][] = [[], []];
  for (const [index, window] of windows.entries()) {
    window.onDidChange(async () => {
      told[index] = await window.names();
    });
  }
  await Promise.all(windows.map((window, index) => window.store(`S${index}`, `${index}`)));
  await expect
    .poll(() => told)
    .toEqual([
      ['S0', 'S1'],
      ['S0', 'S1'],
    ]);
  expect(await Promise.all(windows.map((window, index) => window.read(`S${1 - index}`)))).toEqual(['1', '0']);
});

test('one that another window removes is gone here, once that has come here', async () => {
  const [here, there] = [openWindow(), openWindow()];
  await here.store('a', '1');
  await expect.poll(there.names).toEqual(['a']);
  expect(await there.remove('a')).toBe(true);
  expect(await here.names()).toEqual(['a']);
  await expect.poll(here.names).toEqual([]);
});

test('what VS Code cannot decrypt is deleted by it, and no longer listed', async () => {
  const store = storeIn(secrets);
  await store.store('a', '1');
  const heard: (readonly string[])[] = [];
  store.onDidChange(async () => heard.push(await store.names()));
  secrets.fault = 'cannot decrypt';
  expect(await store.read('a')).toBeUndefined();
  await expect.poll(() => heard).toEqual([[]]);
});

test.each(['loses', 'does not list', 'throws'] as const)(
  'a secret storage that %s: this window alone has it',
  async (fault) => {
    const store = storeIn(secrets);
    secrets.fault = fault;
    expect(await store.store('a', '1')).toBe('session');
    expect([await store.names(), await store.read('a')]).toEqual([['a'], '1']);
    expect(await openWindow().names()).toEqual([]);
    secrets.fault = 'loses';
    expect(await store.remove('a')).toBe(true);
    expect([await store.names(), await store.read('a')]).toEqual([[], undefined]);
  },
);

test('and where the person does not want that, it is not listed', async () => {
  const store = storeIn(secrets, false);
  secrets.fault = 'throws';
  expect(await store.store('a', '1')).toBe('lost');
  expect([await store.names(), await store.read('a')]).toEqual([[], undefined]);
});

test('what cannot be removed stays listed', async () => {
  const store = storeIn(secrets);
  await store.store('a', '1');
  secrets.fault = 'clings';
  expect(await store.remove('a')).toBe(false);
  expect(await store.names()).toEqual(['a']);
});

test('a change is heard when the names have it, also of what is in memory only', async () => {
  const store = storeIn(secrets);
  const heard: string[] = [];
  store.onDidChange(async () => heard.push((await store.names()).join()));
  await store.store('a', '1');
  await expect.poll(() => heard.at(-1)).toBe('a');
  secrets.fault = 'loses';
  await store.store('b', '1');
  await expect.poll(() => heard.at(-1)).toBe('a,b');
  await store.remove('b');
  await expect.poll(() => heard.at(-1)).toBe('a');
});
