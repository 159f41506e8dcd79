// A secret storage that keeps what it is given, and one that does not.
import { beforeEach, expect, test, vi } from 'vitest';
import type { SecretStorage } from 'vscode';
import { createKeyring, type Keyring } from '../../../client/src/editor/keyring/keyring.ts';
import { createFakeSecrets, type FakeSecrets } from '../../support/fakeSecrets.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

let secrets: FakeSecrets;
let keyring: Keyring;
/** How often it was said that the keyring loses what it is given, and what the person answers. */
let asked: number;
let answer: boolean;

const windowOf = (window: SecretStorage) =>
  createKeyring(window, async () => {
    asked += 1;
    return answer;
  });

beforeEach(() => {
  secrets = createFakeSecrets();
  asked = 0;
  answer = true;
  keyring = windowOf(secrets);
});

test('what it keeps is given back, also in another window, and nobody is asked', async () => {
  expect(await keyring.store('a', '1')).toBe('kept');
  expect(await keyring.get('a')).toBe('1');
  expect(await windowOf(secrets.openWindow()).get('a')).toBe('1');
  expect(await keyring.get('b')).toBeUndefined();
  expect(asked).toBe(0);
});

test.each(['loses', 'throws', 'does not list'] as const)(
  'one that %s: kept for this window, where the person wants that',
  async (fault) => {
    secrets.fault = fault;
    expect(await keyring.store('a', '1')).toBe('session');
    expect(await keyring.get('a')).toBe('1');
    expect(await keyring.keys()).toEqual(['a']);
    expect(await windowOf(secrets.openWindow()).keys()).toEqual([]);
  },
);

test('that is said once, and the answer holds for what is lost later', async () => {
  secrets.fault = 'loses';
  expect(await Promise.all(['a', 'b'].map((key) => keyring.store(key, '1')))).toEqual(['session', 'session']);
  expect(await keyring.store('c', '1')).toBe('session');
  expect(asked).toBe(1);
});

test('who does not want it in memory is asked again the next time', async () => {
  secrets.fault = 'loses';
  answer = false;
  expect(await keyring.store('a', '1')).toBe('lost');
  expect(await keyring.get('a')).toBeUndefined();
  answer = true;
  expect(await keyring.store('a', '2')).toBe('session');
  expect([await keyring.get('a'), asked]).toEqual(['2', 2]);
});

test('a keyring that still has the value before has lost the new one', async () => {
  await keyring.store('a', 'old');
  secrets.fault = 'loses';
  expect(await keyring.store('a', 'new')).toBe('session');
  expect(await keyring.get('a')).toBe('new');
});

test('once it keeps values again, memory is not asked any more', async () => {
  secrets.fault = 'loses';
  await keyring.store('a', 'in memory');
  secrets.fault = undefined;
  expect(await keyring.store('a', 'kept')).toBe('kept');
  secrets.records.set('a', 'from another window');
  expect(await keyring.get('a')).toBe('from another window');
});

test('a slow one: two values for one key are stored in order, and neither counts as lost', async () => {
  const { promise: slow, resolve: goOn } = Promise.withResolvers<void>();
  secrets.slow = slow;
  const stored = Promise.all([keyring.store('a', '1'), keyring.store('a', '2'), keyring.delete('b')]);
  goOn();
  expect(await stored).toEqual(['kept', 'kept', true]);
  expect(await keyring.get('a')).toBe('2');
});

test('one that throws has nothing and lets nothing go', async () => {
  await keyring.store('a', '1');
  secrets.fault = 'throws';
  expect(await keyring.get('a')).toBeUndefined();
  expect(await keyring.keys()).toEqual([]);
  expect(await keyring.delete('a')).toBe(false);
});

test('removed is what cannot be read any more, in memory neither', async () => {
  await keyring.store('a', '1');
  secrets.fault = 'clings';
  expect(await keyring.delete('a')).toBe(false);
  secrets.fault = 'loses';
  await keyring.store('a', '2');
  expect(await keyring.delete('a')).toBe(true);
  expect(await keyring.get('a')).toBeUndefined();
});

test('changes of any window are heard', async () => {
  const heard: string[] = [];
  const listening = keyring.onDidChange((key) => heard.push(key));
  await windowOf(secrets.openWindow()).store('a', '1');
  await expect.poll(() => heard).toEqual(['a']);
  secrets.fault = 'loses';
  await keyring.store('b', '1');
  await keyring.delete('b');
  expect(heard).toEqual(['a', 'b', 'b']);
  listening.dispose();
  secrets.fault = undefined;
  await keyring.store('c', '1');
  expect(heard).toEqual(['a', 'b', 'b']);
});
