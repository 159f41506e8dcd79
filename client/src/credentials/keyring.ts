// SecretStorage as the machine's keyring really is: it may lose what it is given, throw, or take its time.
import type { Disposable, SecretStorage } from 'vscode';

/** Where a value is now: in the keyring, in memory until the window closes, or nowhere. */
export type Kept = 'kept' | 'session' | 'lost';

export interface Keyring {
  /** Undefined where nothing is stored under `key`, or the keyring does not give it out. */
  get(key: string): Promise<string | undefined>;
  /** Stores and reads back; what the keyring has lost is kept in memory where the person wants that. */
  store(key: string, value: string): Promise<Kept>;
  /** Whether the value is gone now. */
  delete(key: string): Promise<boolean>;
  /** Keys of all values, as far as the keyring tells them. */
  keys(): Promise<readonly string[]>;
  /** Called with the key of a value that was stored or removed, here or in another window. */
  onDidChange(listener: (key: string) => void): Disposable;
}

/** `askSessionOnly` says that the keyring has lost a value, and whether it shall be kept for this session; a yes lasts. */
export function createKeyring(secrets: SecretStorage, askSessionOnly: () => Promise<boolean>): Keyring {
  const session = new Map<string, string>();
  const ask = untilYes(askSessionOnly);
  // Reading back would otherwise see the value of a later change.
  const inTurn = oneAfterTheOther();
  return {
    get: async (key) => session.get(key) ?? unlessThrown(() => secrets.get(key), undefined),
    store: async (key, value) => {
      const kept = await inTurn(async () => {
        const readBack = await unlessThrown(() => secrets.store(key, value).then(() => secrets.get(key)), undefined);
        if (readBack === value) session.delete(key);
        return readBack === value;
      });
      if (kept) return 'kept';
      if (!(await ask())) return 'lost';
      session.set(key, value);
      return 'session';
    },
    delete: (key) =>
      inTurn(async () => {
        session.delete(key);
        return unlessThrown(async () => {
          await secrets.delete(key);
          return (await secrets.get(key)) === undefined;
        }, false);
      }),
    keys: async () => [...new Set([...session.keys(), ...(await unlessThrown(() => secrets.keys(), []))])],
    onDidChange: (listener) => secrets.onDidChange(({ key }) => listener(key)),
  };
}

/** Asks again only after a no; who asks meanwhile waits for the same answer. */
function untilYes(ask: () => Promise<boolean>): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  return () => {
    answer ??= ask().then((agreed) => {
      if (!agreed) answer = undefined;
      return agreed;
    });
    return answer;
  };
}

/** Runs work that never rejects, each when the one before has ended. */
function oneAfterTheOther(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result;
    return result;
  };
}

async function unlessThrown<T>(work: () => Thenable<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
