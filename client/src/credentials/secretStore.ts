// The connections' own secrets by name, each one record in SecretStorage.
import { type Disposable, EventEmitter, type Memento, type SecretStorage } from 'vscode';

export interface SecretStore {
  /** Names of the stored secrets, sorted. */
  names(): string[];
  read(name: string): Promise<string | undefined>;
  store(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Called when a secret was stored or removed, here or in another window. */
  onDidChange(listener: () => void): Disposable;
}

const namesKey = 'streamconn.secretNames';
const keyPrefix = 'streamconn.secret.';
const recordKey = (name: string) => `${keyPrefix}${name}`;

/** `state` keeps only the names: SecretStorage cannot list what it holds. */
export function createSecretStore(secrets: SecretStorage, state: Memento): SecretStore {
  const names = () => [...state.get<string[]>(namesKey, [])].sort();
  const changed = new EventEmitter<void>();
  return {
    names,
    read: async (name) => secrets.get(recordKey(name)),
    store: async (name, value) => {
      await secrets.store(recordKey(name), value);
      await state.update(namesKey, [...new Set([...names(), name])]);
      changed.fire();
    },
    remove: async (name) => {
      await secrets.delete(recordKey(name));
      await state.update(
        namesKey,
        names().filter((known) => known !== name),
      );
      changed.fire();
    },
    onDidChange: (listener) => {
      const here = changed.event(listener);
      const elsewhere = secrets.onDidChange(({ key }) => {
        if (key.startsWith(keyPrefix)) listener();
      });
      return { dispose: () => void [here.dispose(), elsewhere.dispose()] };
    },
  };
}
