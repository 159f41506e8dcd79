// What signs in to Atlas: each credential one record in the keyring, and a list that holds nothing secret.
import type { Disposable, Memento } from 'vscode';
import type { AtlasCredential } from '../atlas/outcome.ts';
import { formatRecord, parseRecord, publicPart, type StoredCredential } from './credentialRecord.ts';
import type { Keyring } from './keyring.ts';
import { createTeller } from './tellChange.ts';

/** A credential as lists show it: nothing here is secret. */
export interface CredentialEntry {
  /** Of our own making; stays the same when the credential is replaced. */
  readonly id: string;
  readonly kind: AtlasCredential['kind'];
  readonly host: string;
  /** What the person calls it. */
  readonly label: string;
  /** The client id or the public key. */
  readonly publicPart: string;
}

export type StoreResult =
  /** `session`: in memory only, until the window closes. */
  { readonly kind: 'kept' | 'session'; readonly entry: CredentialEntry } | { readonly kind: 'lost' };

export interface CredentialStore {
  list(): readonly CredentialEntry[];
  /** The whole credential; undefined where the keyring does not give it out. */
  read(id: string): Promise<StoredCredential | undefined>;
  add(credential: AtlasCredential, label: string): Promise<StoreResult>;
  /** Gives new values to a credential, which keeps its id and label. */
  replace(entry: CredentialEntry, credential: AtlasCredential): Promise<StoreResult>;
  rename(id: string, label: string): Promise<void>;
  /** Whether its record is gone now; where it is not, the list keeps it. */
  remove(id: string): Promise<boolean>;
  /** The ids of all credentials, also of records that the list has lost. */
  allIds(): Promise<readonly string[]>;
  /** Called with the id of a credential whose record changed or went, here or in another window. */
  onDidChange(listener: (id: string) => void): Disposable;
  /** Called when the list may read differently now; for a change in another window also once its list has come here. */
  onDidChangeList(listener: () => void): Disposable;
}

const keyPrefix = 'streamconn.credential.';
const recordKey = (id: string) => `${keyPrefix}${id}`;

/** `state` keeps the list, except for what is in memory only. */
export function createCredentialStore(keyring: Keyring, state: Memento): CredentialStore {
  const tellers = new Set<() => void>();
  const entries = createEntries(state, () => {
    for (const tell of tellers) tell();
  });

  async function write(old: Pick<CredentialEntry, 'id' | 'label'>, credential: AtlasCredential): Promise<StoreResult> {
    const { kind, host } = credential;
    const entry = { id: old.id, kind, host, label: old.label, publicPart: publicPart(credential) };
    const where = await keyring.store(recordKey(entry.id), formatRecord(credential));
    if (where === 'lost') return { kind: where };
    await entries.put(entry, where);
    return { kind: where, entry };
  }

  return {
    list: entries.list,
    read: async (id) => parseRecord(await keyring.get(recordKey(id))),
    add: (credential, label) => write({ id: crypto.randomUUID(), label }, credential),
    replace: write,
    rename: entries.rename,
    remove: async (id) => {
      const removed = await keyring.delete(recordKey(id));
      if (removed) await entries.remove(id);
      return removed;
    },
    allIds: async () => {
      const records = (await keyring.keys()).filter((key) => key.startsWith(keyPrefix));
      const ids = [...entries.list().map(({ id }) => id), ...records.map((key) => key.slice(keyPrefix.length))];
      return [...new Set(ids)];
    },
    onDidChange: (listener) =>
      keyring.onDidChange((key) => {
        if (key.startsWith(keyPrefix)) listener(key.slice(keyPrefix.length));
      }),
    onDidChangeList: (listener) => {
      const tell = createTeller(() => JSON.stringify(entries.list()), listener);
      tellers.add(tell);
      const elsewhere = keyring.onDidChange((key) => {
        if (key.startsWith(keyPrefix)) tell();
      });
      return { dispose: () => void [tellers.delete(tell), elsewhere.dispose()] };
    },
  };
}

const listKey = 'streamconn.credentials';

/** The list: what every window sees, and over it what is in the memory of this one. */
function createEntries(state: Memento, tell: () => void) {
  const session = new Map<string, CredentialEntry>();
  const kept = () => state.get<readonly Listed[]>(listKey, []).map(toEntry);
  const keep = (entries: readonly CredentialEntry[]) => state.update(listKey, entries);
  return {
    list: () => byId([...kept(), ...session.values()]),
    put: async (entry: CredentialEntry, where: 'kept' | 'session') => {
      session.delete(entry.id);
      if (where === 'session') session.set(entry.id, entry);
      else await keep(byId([...kept(), entry]));
      tell();
    },
    rename: async (id: string, label: string) => {
      const inMemory = session.get(id);
      if (inMemory) session.set(id, { ...inMemory, label });
      await keep(kept().map((entry) => (entry.id === id ? { ...entry, label } : entry)));
      tell();
    },
    remove: async (id: string) => {
      session.delete(id);
      await keep(kept().filter((entry) => entry.id !== id));
      tell();
    },
  };
}

/** An entry as it was listed before it could be given a label of its own: by its public part. */
type Listed = Omit<CredentialEntry, 'publicPart'> & Partial<CredentialEntry>;

function toEntry(entry: Listed): CredentialEntry {
  return { ...entry, publicPart: entry.publicPart ?? entry.label };
}

/** Each id once: in its first place, with its last value. */
function byId(entries: readonly CredentialEntry[]): CredentialEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
