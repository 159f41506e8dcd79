// The text that SecretStorage holds of a credential: version, kind, host, public and secret part, in one record.
import type { AtlasCredential } from '../atlas/outcome.ts';

/** A credential as it was stored: its host is not checked yet. */
export type StoredCredential = Unchecked<AtlasCredential>;
type Unchecked<C> = C extends AtlasCredential ? Omit<C, 'host'> & { readonly host: string } : never;

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
