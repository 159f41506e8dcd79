// The connections' own secrets: names without values, and what a keyring that loses them means.

import { beforeEach, expect, test, vi } from 'vitest';
import type { Memento } from 'vscode';
import { createKeyring } from '../../client/src/credentials/keyring.ts';
import { createSecretStore } from '../../client/src/credentials/secretStore.ts';
import { createFakeMemento, createFakeSecrets, type FakeSecrets } from '../support/fakeSecrets.ts';

vi.mock('vscode', () => import('../support/fakeVscode.ts'));

let secrets: FakeSecrets;
let state: Memento;
const openWindow = ({ inMemory = true } = {}) =>
  createSecretStore(
    createKeyring(secrets, async () => inMemory),
    state,
  );

beforeEach(() => {
  secrets = createFakeSecrets();
  state = createFakeMemento();
});

test('names are listed, sorted, without reading a value', async () => {
  const store = openWindow();
  for (const name of ['b', 'a', 'b']) expect(await store.store(name, `canary-${name}`)).toBe('kept');
  secrets.reads.length = 0;
  expect(openWindow().names()).toEqual(['a', 'b']);
  expect(secrets.reads).toEqual([]);
  expect(JSON.stringify(state.get('streamconn.secretNames'))).not.toContain('canary');
  expect(await openWindow().read('a')).toBe('canary-a');
});

test('where the keyring loses a secret, this window alone has it', async () => {
  const store = openWindow();
  secrets.fault = 'loses';
  expect(await store.store('a', '1')).toBe('session');
  expect([store.names(), await store.read('a')]).toEqual([['a'], '1']);
  expect([openWindow().names(), await openWindow().read('a')]).toEqual([[], undefined]);
  expect(await store.remove('a')).toBe(true);
  expect([store.names(), await store.read('a')]).toEqual([[], undefined]);
});

test('and where the person does not want that, it is not listed', async () => {
  const store = openWindow({ inMemory: false });
  secrets.fault = 'throws';
  expect(await store.store('a', '1')).toBe('lost');
  expect([store.names(), await store.read('a')]).toEqual([[], undefined]);
});

test('what the keyring does not let go of stays in the list', async () => {
  const store = openWindow();
  await store.store('a', '1');
  secrets.fault = 'clings';
  expect(await store.remove('a')).toBe(false);
  expect(store.names()).toEqual(['a']);
});

test('a change is heard in each window, after the list has it', async () => {
  const [here, there] = [openWindow(), openWindow()];
  const heard: string[] = [];
  here.onDidChange(() => heard.push(here.names().join()));
  there.onDidChange(() => heard.push('there'));
  await here.store('a', '1');
  expect(heard).toContain('there');
  expect(heard.at(-1)).toBe('a');
  secrets.fault = 'loses';
  await here.store('b', '1');
  expect(heard.at(-1)).toBe('a,b');
});
