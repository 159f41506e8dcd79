// What signs in to Atlas: each credential one record in the keyring. There is no list beside the keys.
import { type Disposable, EventEmitter } from 'vscode';
import type { AtlasCredential } from '../../core/atlas/outcome.ts';
import type { CredentialEntry } from '../../core/place.ts';
import type { Keyring } from '../keyring/keyring.ts';
import {
  formatKey,
  formatRecord,
  isCredentialKey,
  type KeyFields,
  newestOf,
  parseKey,
  parseRecord,
  publicPart,
  type StoredCredential,
} from './credentialRecord.ts';

export type StoreResult =
  /** `session`: in memory only, until the window closes. */
  { readonly kind: 'kept' | 'session'; readonly entry: CredentialEntry } | { readonly kind: 'lost' };

export interface CredentialStore {
  /** By label. Decrypts nothing. */
  list(): Promise<readonly CredentialEntry[]>;
  /** The whole credential; undefined where it is no longer stored, which the list tells from then on. */
  read(id: string): Promise<StoredCredential | undefined>;
  add(credential: AtlasCredential, label: string): Promise<StoreResult>;
  /** Gives new values to a credential, which keeps its id and label. */
  replace(entry: CredentialEntry, credential: AtlasCredential): Promise<StoreResult>;
  /** Undefined where it is no longer stored. */
  rename(id: string, label: string): Promise<StoreResult | undefined>;
  /** Whether its record is gone now. */
  remove(id: string): Promise<boolean>;
  /** Removes every record, also those that are not listed; gives the number of those left. */
  removeAll(): Promise<number>;
  /** Called with the id of a credential whose record changed or went, here or in another window. */
  onDidChange(listener: (id: string) => void): Disposable;
  /** Called when the list may read differently now. */
  onDidChangeList(listener: () => void): Disposable;
}

export function createCredentialStore(keyring: Keyring): CredentialStore {
  const keys = keysIn(keyring);
  const gone = createGone();

  async function write(id: string, label: string, credential: StoredCredential): Promise<StoreResult> {
    const { kind, host } = credential;
    const entry = { id, kind, host, label, publicPart: publicPart(credential) };
    const old = await keys.of(id);
    const revision = (newestOf(old).get(id)?.revision ?? 0) + 1;
    // Stored before the old record is deleted, so that there is one of them at any moment.
    const where = await keyring.store(formatKey(entry, revision), formatRecord(credential));
    if (where === 'lost') return { kind: where };
    if (where === 'kept') await keys.delete(old);
    gone.delete(id);
    return { kind: where, entry };
  }

  async function read(id: string): Promise<StoredCredential | undefined> {
    const newest = newestOf(await keys.all()).get(id);
    if (!newest) return undefined;
    const record = parseRecord(await keyring.get(newest.key));
    const now = record ? newest : newestOf(await keys.all()).get(id);
    // It was replaced or renamed while it was being read.
    if (now && now.key !== newest.key) return read(id);
    if (record) gone.delete(id);
    else gone.add(newest.fields);
    return record;
  }

  return {
    list: async () => {
      const stored = newestOf(await keys.all());
      const listed = [...stored.values()].map(({ fields }) => fields);
      const { compare } = new Intl.Collator(undefined, { numeric: true });
      return [...listed, ...gone.except(stored)].sort((a, b) => compare(a.label, b.label) || compare(a.id, b.id));
    },
    read,
    add: (credential, label) => write(crypto.randomUUID(), label, credential),
    replace: ({ id, label }, credential) => write(id, label, credential),
    rename: async (id, label) => {
      const record = await read(id);
      return record && write(id, label, record);
    },
    remove: async (id) => {
      gone.forget([id]);
      return (await keys.delete(await keys.of(id))) === 0;
    },
    removeAll: async () => {
      const all = await keys.all();
      gone.forget([...newestOf(all).keys(), ...gone.except(new Map()).map(({ id }) => id)]);
      return keys.delete(all);
    },
    onDidChange: (listener) =>
      keyring.onDidChange((key) => {
        const parsed = parseKey(key);
        if (parsed) listener(parsed.fields.id);
      }),
    onDidChangeList: (listener) => {
      const stored = keyring.onDidChange((key) => {
        if (isCredentialKey(key)) listener();
      });
      const lost = gone.onDidChange(listener);
      return {
        dispose: () => {
          stored.dispose();
          lost.dispose();
        },
      };
    },
  };
}

function keysIn(keyring: Keyring) {
  const all = async () => (await keyring.keys()).filter(isCredentialKey);
  return {
    all,
    of: async (id: string) => (await all()).filter((key) => parseKey(key)?.fields.id === id),
    /** Gives the number of those that are left. */
    delete: async (some: readonly string[]) => {
      const deleted = await Promise.all(some.map(keyring.delete));
      return deleted.filter((isDeleted) => !isDeleted).length;
    },
  };
}

/** The credentials that this window has listed but could not read. VS Code no longer lists them; a person may replace them. */
function createGone() {
  const entries = new Map<string, CredentialEntry>();
  /** What was removed on purpose is not missed by whoever was just reading it. */
  const forgotten = new Set<string>();
  const changed = new EventEmitter<void>();
  const forget = (id: string) => {
    if (entries.delete(id)) changed.fire();
  };
  return {
    add: (fields: KeyFields) => {
      if (entries.has(fields.id) || forgotten.has(fields.id)) return;
      entries.set(fields.id, { ...fields, isGone: true });
      changed.fire();
    },
    delete: (id: string) => {
      forgotten.delete(id);
      forget(id);
    },
    /** Until it is stored again. */
    forget: (ids: readonly string[]) => {
      for (const id of ids) {
        forgotten.add(id);
        forget(id);
      }
    },
    /** All but those that are stored again. */
    except: (stored: ReadonlyMap<string, unknown>) => [...entries.values()].filter(({ id }) => !stored.has(id)),
    onDidChange: changed.event,
  };
}
