// The connections' own secrets by name, each one record in SecretStorage.
import type { Memento, SecretStorage } from 'vscode';

export interface SecretStore {
  /** Names of the stored secrets, sorted. */
  names(): string[];
  read(name: string): Promise<string | undefined>;
  store(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}

const namesKey = 'streamconn.secretNames';
const recordKey = (name: string) => `streamconn.secret.${name}`;

/** Names that a `${secret:NAME}` may use. */
export const secretName = /^[A-Za-z0-9_.-]{1,100}$/;

/** `state` keeps only the names: SecretStorage cannot list what it holds. */
export function createSecretStore(secrets: SecretStorage, state: Memento): SecretStore {
  const names = () => [...state.get<string[]>(namesKey, [])].sort();
  return {
    names,
    read: async (name) => secrets.get(recordKey(name)),
    store: async (name, value) => {
      await secrets.store(recordKey(name), value);
      await state.update(namesKey, [...new Set([...names(), name])]);
    },
    remove: async (name) => {
      await secrets.delete(recordKey(name));
      await state.update(
        namesKey,
        names().filter((known) => known !== name),
      );
    },
  };
}
