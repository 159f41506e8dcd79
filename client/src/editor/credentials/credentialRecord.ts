// The two texts that SecretStorage holds of a credential: a key that says all of it that is not secret, and the record of all of it.
import type { AtlasCredential } from '../../core/atlas/outcome.ts';
import type { CredentialEntry } from '../../core/place.ts';

/** A credential as it was stored: its host is not checked yet. */
export type StoredCredential = Unchecked<AtlasCredential>;
type Unchecked<C> = C extends AtlasCredential ? Omit<C, 'host'> & { readonly host: string } : never;

/** What a key says of its credential: nothing here is secret, so that a list decrypts nothing. */
export type KeyFields = Omit<CredentialEntry, 'isGone'>;

export interface CredentialKey {
  readonly key: string;
  readonly fields: KeyFields;
  /** Higher than that of the key whose place it has taken. */
  readonly revision: number;
}

const prefix = 'streamconn.credential.';

/** Whether a key is that of a credential, even one that `parseKey` cannot read. */
export function isCredentialKey(key: string): boolean {
  return key.startsWith(prefix);
}

export function formatKey({ id, kind, host, label, publicPart }: KeyFields, revision: number): string {
  return prefix + JSON.stringify({ version: 1, id, revision, kind, host, label, publicPart });
}

/** Undefined where the key is not one of this version. */
export function parseKey(key: string): CredentialKey | undefined {
  if (!isCredentialKey(key)) return undefined;
  const { version, id, revision, kind, host, label, publicPart } = toObject(key.slice(prefix.length));
  if (version !== 1 || typeof revision !== 'number' || !isKind(kind)) return undefined;
  return isText(id) && isText(host) && isText(label) && isText(publicPart)
    ? { key, revision, fields: { id, kind, host, label, publicPart } }
    : undefined;
}

/** Of each credential its newest key, by id. */
export function newestOf(keys: readonly string[]): ReadonlyMap<string, CredentialKey> {
  const newest = new Map<string, CredentialKey>();
  // Two windows may have made the same revision at once; each then chooses the same key.
  for (const parsed of keys.toSorted().flatMap((key) => parseKey(key) ?? [])) {
    const known = newest.get(parsed.fields.id);
    if (!known || known.revision <= parsed.revision) newest.set(parsed.fields.id, parsed);
  }
  return newest;
}

export function formatRecord(credential: StoredCredential): string {
  return JSON.stringify({ version: 1, ...credential });
}

/** Undefined where the text is not a record of this version. */
export function parseRecord(text: string | undefined): StoredCredential | undefined {
  const { version, kind, host, clientId, clientSecret, publicKey, privateKey } = toObject(text);
  if (version !== 1 || !isText(host)) return undefined;
  if (kind === 'serviceAccount' && isText(clientId) && isText(clientSecret)) {
    return { kind, host, clientId, clientSecret };
  }
  return kind === 'apiKey' && isText(publicKey) && isText(privateKey)
    ? { kind, host, publicKey, privateKey }
    : undefined;
}

/** The client id or the public key. */
export function publicPart(credential: StoredCredential): string {
  return credential.kind === 'serviceAccount' ? credential.clientId : credential.publicKey;
}

function isKind(value: unknown): value is AtlasCredential['kind'] {
  return value === 'serviceAccount' || value === 'apiKey';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function toObject(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
