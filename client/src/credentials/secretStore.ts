// The connections' own secrets by name, each one record in the keyring.
import { type Disposable, EventEmitter, type Memento } from 'vscode';
import type { Kept, Keyring } from './keyring.ts';

export interface SecretStore {
  /** Names of the stored secrets, sorted. */
  names(): string[];
  read(name: string): Promise<string | undefined>;
  store(name: string, value: string): Promise<Kept>;
  /** Whether the value is gone now; where it is not, the list keeps its name. */
  remove(name: string): Promise<boolean>;
  /** Called when a secret was stored or removed, here or in another window. */
  onDidChange(listener: () => void): Disposable;
}

const namesKey = 'streamconn.secretNames';
const keyPrefix = 'streamconn.secret.';
const recordKey = (name: string) => `${keyPrefix}${name}`;

/** `state` keeps the names, except of what is in memory only: a list must not need the keyring. */
export function createSecretStore(keyring: Keyring, state: Memento): SecretStore {
  const session = new Set<string>();
  const kept = () => state.get<string[]>(namesKey, []);
  const changed = new EventEmitter<void>();
  return {
    names: () => [...new Set([...kept(), ...session])].sort(),
    read: (name) => keyring.get(recordKey(name)),
    store: async (name, value) => {
      const where = await keyring.store(recordKey(name), value);
      if (where === 'lost') return where;
      session.delete(name);
      if (where === 'session') session.add(name);
      else await state.update(namesKey, [...new Set([...kept(), name])]);
      changed.fire();
      return where;
    },
    remove: async (name) => {
      if (!(await keyring.delete(recordKey(name)))) return false;
      session.delete(name);
      await state.update(
        namesKey,
        kept().filter((known) => known !== name),
      );
      changed.fire();
      return true;
    },
    onDidChange: (listener) => {
      const here = changed.event(listener);
      const elsewhere = keyring.onDidChange((key) => {
        if (key.startsWith(keyPrefix)) listener();
      });
      return { dispose: () => void [here.dispose(), elsewhere.dispose()] };
    },
  };
}
