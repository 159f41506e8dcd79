// Places in Atlas for tests that do not reach it.
import type { ConnectionPlace, CredentialEntry } from '../../client/src/core/place.ts';

export const cloud = 'https://cloud.mongodb.com';

/** A credential of that id, called after it. */
export function entryOf(id: string, others: Partial<CredentialEntry> = {}): CredentialEntry {
  return { id, kind: 'apiKey', host: cloud, label: id, publicPart: id, ...others };
}

export const broker: ConnectionPlace = {
  credential: entryOf('1'),
  groupId: '32b6e34b3d91647abb20e7b8',
  projectName: 'Shop',
  tenantName: 'orders',
  name: 'broker',
};
