// SecretStorage and Memento in memory, shared by the windows of one machine; the keyring fails as it is told to.
import type { Event, Memento, SecretStorage, SecretStorageChangeEvent } from 'vscode';

/** How a keyring fails: it forgets what it is given, throws at everything, or does not let go. */
export type KeyringFault = 'loses' | 'throws' | 'clings';

export interface FakeSecrets extends SecretStorage {
  readonly records: Map<string, string>;
  /** The keys that were read, in order. */
  readonly reads: string[];
  fault: KeyringFault | undefined;
  /** What a value that is stored waits for. */
  slow: Promise<void>;
}

export function createFakeSecrets(): FakeSecrets {
  const records = new Map<string, string>();
  const reads: string[] = [];
  const listeners = new Set<(event: SecretStorageChangeEvent) => unknown>();
  const onDidChange: Event<SecretStorageChangeEvent> = (listener) => {
    listeners.add(listener);
    return { dispose: () => void listeners.delete(listener) };
  };
  const mayThrow = () => {
    if (fake.fault === 'throws') throw new Error('The keyring is locked.');
  };
  const tell = (key: string) => {
    for (const listener of listeners) listener({ key });
  };
  const fake: FakeSecrets = {
    records,
    reads,
    fault: undefined,
    slow: Promise.resolve(),
    onDidChange,
    keys: async () => {
      mayThrow();
      return [...records.keys()];
    },
    get: async (key) => {
      mayThrow();
      reads.push(key);
      return records.get(key);
    },
    store: async (key, value) => {
      await fake.slow;
      mayThrow();
      if (fake.fault !== 'loses') records.set(key, value);
      tell(key);
    },
    delete: async (key) => {
      mayThrow();
      if (fake.fault !== 'clings') records.delete(key);
      tell(key);
    },
  };
  return fake;
}

export function createFakeMemento(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.has(key) ? (values.get(key) as T) : (otherwise as T)),
    update: async (key, value) => void values.set(key, value),
  };
}
