// What signs in to Atlas, each credential one SecretStorage record together with its host.
import type { Memento, SecretStorage } from 'vscode';
import type { AtlasCredential } from '../atlas/outcome.ts';

/** A credential as lists show it: nothing here is secret. */
export interface CredentialEntry {
  /** Of our own making; stays the same when the credential is replaced. */
  readonly id: string;
  readonly kind: AtlasCredential['kind'];
  readonly host: string;
  /** The client id or the public key. */
  readonly label: string;
}

export interface CredentialStore {
  list(): readonly CredentialEntry[];
  /** The whole credential; undefined where the keyring has lost it. */
  read(id: string): Promise<AtlasCredential | undefined>;
  add(credential: AtlasCredential): Promise<CredentialEntry>;
  replace(id: string, credential: AtlasCredential): Promise<CredentialEntry>;
  remove(id: string): Promise<void>;
}

const listKey = 'streamconn.credentials';
const recordKey = (id: string) => `streamconn.credential.${id}`;

export function createCredentialStore(secrets: SecretStorage, state: Memento): CredentialStore {
  const list = () => state.get<readonly CredentialEntry[]>(listKey, []);

  async function write(id: string, credential: AtlasCredential): Promise<CredentialEntry> {
    const entry = { id, kind: credential.kind, host: credential.host, label: publicPart(credential) };
    await secrets.store(recordKey(id), JSON.stringify({ version: 1, ...credential }));
    const others = list().filter((known) => known.id !== id);
    await state.update(listKey, [...others, entry]);
    return entry;
  }

  return {
    list,
    read: async (id) => parse(await secrets.get(recordKey(id))),
    add: (credential) => write(crypto.randomUUID(), credential),
    replace: write,
    remove: async (id) => {
      await secrets.delete(recordKey(id));
      await state.update(
        listKey,
        list().filter((known) => known.id !== id),
      );
    },
  };
}

function publicPart(credential: AtlasCredential): string {
  return credential.kind === 'serviceAccount' ? credential.clientId : credential.publicKey;
}

function parse(record: string | undefined): AtlasCredential | undefined {
  if (record === undefined) return undefined;
  try {
    const { version, ...credential } = JSON.parse(record);
    return version === 1 ? credential : undefined;
  } catch {
    return undefined;
  }
}
