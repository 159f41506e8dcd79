// SecretStorage as it really is: it may lose what it is given, throw, or take its time.
import { type Disposable, EventEmitter, type SecretStorage } from 'vscode';

/** Where a value is now: in VS Code's secret storage, in the memory of this window, or nowhere. */
export type Kept = 'kept' | 'session' | 'lost';

export interface Keyring {
  /** Undefined where nothing is stored under `key`; VS Code deletes what it cannot decrypt. */
  get(key: string): Promise<string | undefined>;
  /** Stores, reads back and looks for the key; what is lost then is kept in memory where the person wants that. */
  store(key: string, value: string): Promise<Kept>;
  /** Whether the value is gone now. */
  delete(key: string): Promise<boolean>;
  /** Keys of all values, without decrypting any; where VS Code does not list them, of those in memory. */
  keys(): Promise<readonly string[]>;
  /** Called with the key of a value that was stored or removed, here or in another window. */
  onDidChange(listener: (key: string) => void): Disposable;
}

/** `askSessionOnly` says that a value could not be stored, and whether it shall be kept for this session; a yes lasts. */
export function createKeyring(secrets: SecretStorage, askSessionOnly: () => Promise<boolean>): Keyring {
  const session = new Map<string, string>();
  const sessionChanged = new EventEmitter<string>();
  const ask = untilYes(askSessionOnly);
  // Reading back would otherwise see the value of a later change.
  const inTurn = oneAfterTheOther();
  const listed = () => unlessThrown<readonly string[]>(() => secrets.keys(), []);

  async function isKept(key: string, value: string): Promise<boolean> {
    const readBack = await unlessThrown(() => secrets.store(key, value).then(() => secrets.get(key)), undefined);
    return readBack === value && (await listed()).includes(key);
  }

  const forget = (key: string) => {
    if (session.delete(key)) sessionChanged.fire(key);
  };

  return {
    get: async (key) => session.get(key) ?? unlessThrown(() => secrets.get(key), undefined),
    store: async (key, value) => {
      const kept = await inTurn(async () => {
        const done = await isKept(key, value);
        if (done) forget(key);
        return done;
      });
      if (kept) return 'kept';
      if (!(await ask())) return 'lost';
      session.set(key, value);
      sessionChanged.fire(key);
      return 'session';
    },
    delete: (key) =>
      inTurn(async () => {
        forget(key);
        return unlessThrown(async () => {
          await secrets.delete(key);
          return (await secrets.get(key)) === undefined;
        }, false);
      }),
    keys: async () => [...new Set([...session.keys(), ...(await listed())])],
    onDidChange: (listener) => {
      const inMemory = sessionChanged.event(listener);
      const stored = secrets.onDidChange(({ key }) => listener(key));
      return {
        dispose: () => {
          inMemory.dispose();
          stored.dispose();
        },
      };
    },
  };
}

/** Asks again only after a no; whoever asks before the answer waits for it too. */
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
