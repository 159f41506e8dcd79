// SecretStorage in memory as VS Code's windows have it: each sees its own changes at once and those of others later, when it is told of them.
import type { Memento, SecretStorage, SecretStorageChangeEvent } from 'vscode';
import { EventEmitter } from './fakeVscode.ts';

/**
 * How a keyring fails: it forgets what it is given, throws at everything, does not let go, cannot decrypt (VS Code then
 * deletes the value), or does not list its keys.
 */
export type KeyringFault = 'loses' | 'throws' | 'clings' | 'cannot decrypt' | 'does not list';

/** One window's, and what all windows of the machine share. */
export interface FakeSecrets extends SecretStorage {
  readonly records: Map<string, string>;
  /** The keys that were read, in order. */
  readonly reads: string[];
  fault: KeyringFault | undefined;
  /** What a value that is stored waits for. */
  slow: Promise<void>;
  /** Another window. */
  openWindow(): SecretStorage;
}

/** Milliseconds until a change has come to the other windows. */
const late = 20;

interface FakeWindow {
  /** What it does not know yet, as it was before. */
  readonly unheard: Map<string, string | undefined>;
  readonly changed: EventEmitter<SecretStorageChangeEvent>;
}

export function createFakeSecrets(): FakeSecrets {
  const records = new Map<string, string>();
  const reads: string[] = [];
  const windows: FakeWindow[] = [];

  function change(here: FakeWindow, key: string, value: string | undefined): void {
    const before = records.get(key);
    if (value === before) return;
    if (value === undefined) records.delete(key);
    else records.set(key, value);
    here.unheard.delete(key);
    here.changed.fire({ key });
    for (const there of windows.filter((each) => each !== here)) {
      if (!there.unheard.has(key)) there.unheard.set(key, before);
      setTimeout(() => {
        there.unheard.delete(key);
        there.changed.fire({ key });
      }, late);
    }
  }

  function openWindow(): SecretStorage {
    const here: FakeWindow = { unheard: new Map(), changed: new EventEmitter() };
    windows.push(here);
    const seen = () => new Map<string, string | undefined>([...records, ...here.unheard]);
    return {
      onDidChange: here.changed.event,
      keys: async () => {
        if (machine.fault === 'does not list') throw new Error('The provider does not support keys().');
        mayThrow();
        return [...seen()].flatMap(([key, value]) => (value === undefined ? [] : key));
      },
      get: async (key) => {
        mayThrow();
        reads.push(key);
        if (machine.fault === 'cannot decrypt') change(here, key, undefined);
        return seen().get(key);
      },
      store: async (key, value) => {
        await machine.slow;
        mayThrow();
        if (machine.fault !== 'loses') change(here, key, value);
      },
      delete: async (key) => {
        mayThrow();
        if (machine.fault !== 'clings') change(here, key, undefined);
      },
    };
  }

  const mayThrow = () => {
    if (machine.fault === 'throws') throw new Error('The keyring is locked.');
  };
  const machine: FakeSecrets = {
    ...openWindow(),
    records,
    reads,
    fault: undefined,
    slow: Promise.resolve(),
    openWindow,
  };
  return machine;
}

/** Of one window. */
export function createFakeMemento(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.has(key) ? (values.get(key) as T) : (otherwise as T)),
    update: async (key, value) => void values.set(key, value),
  };
}
