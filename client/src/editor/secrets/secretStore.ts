// The connections' own secrets by name, each one record in the keyring.
import type { Disposable } from 'vscode';
import type { Kept, Keyring } from '../keyring/keyring.ts';

export interface SecretStore {
  /** Names of the stored secrets, sorted, as every window sees them. Decrypts no value. */
  names(): Promise<string[]>;
  read(name: string): Promise<string | undefined>;
  store(name: string, value: string): Promise<Kept>;
  /** Whether the value is gone now. */
  remove(name: string): Promise<boolean>;
  /** Called when a secret was stored or removed, here or in another window. */
  onDidChange(listener: () => void): Disposable;
}

const keyPrefix = 'streamconn.secret.';
const recordKey = (name: string) => `${keyPrefix}${name}`;

export function createSecretStore(keyring: Keyring): SecretStore {
  return {
    names: async () => {
      const keys = (await keyring.keys()).filter((key) => key.startsWith(keyPrefix));
      return keys.map((key) => key.slice(keyPrefix.length)).sort();
    },
    read: (name) => keyring.get(recordKey(name)),
    store: (name, value) => keyring.store(recordKey(name), value),
    remove: (name) => keyring.delete(recordKey(name)),
    onDidChange: (listener) =>
      keyring.onDidChange((key) => {
        if (key.startsWith(keyPrefix)) listener();
      }),
  };
}
