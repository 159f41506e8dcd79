// Where in Atlas, and as whom.
import type { StreamTarget } from './atlas/endpoint.ts';
import type { AtlasCredential } from './atlas/outcome.ts';

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
  /** Present where it was listed, but its secret part is no longer stored. */
  readonly isGone?: true;
}

/** A stream instance (workspace), and who asks for it. */
export interface Place extends StreamTarget {
  readonly credential: CredentialEntry;
  /** Undefined where Atlas has not told it. */
  readonly projectName?: string | undefined;
}

/** One connection of it, which need not be there. */
export interface ConnectionPlace extends Place {
  readonly name: string;
}

/** As people know the place, such as `Shop / orders`. */
export function placeTitle({ projectName, groupId, tenantName }: Omit<Place, 'credential'>): string {
  return `${projectName ?? groupId} / ${tenantName}`;
}

/** Text that is the same for the same instance as seen by the same credential. */
export function instanceKey({ credential, groupId, tenantName }: Place): string {
  return JSON.stringify([credential.id, groupId, tenantName]);
}

/** The same for a connection. */
export function connectionKey({ credential, groupId, tenantName, name }: ConnectionPlace): string {
  return JSON.stringify([credential.id, groupId, tenantName, name]);
}
