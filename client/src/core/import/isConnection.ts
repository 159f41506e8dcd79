// Tells a connection from other JSON that has a `type`, such as a key file or a Kubernetes secret.
import { nearest } from '../../../../server/src/nearest.ts';
import type { ConnectionMarks } from '../../../../server/src/newFileProtocol.ts';
import type { JsonObject } from '../json.ts';

/** Whether its type is one of Atlas’, or was meant for one, or most of its properties are a connection's. */
export function isConnection({ type, name, ...others }: JsonObject, marks: ConnectionMarks): boolean {
  if (typeof type !== 'string') return false;
  if (marks.mistakenTypes.includes(type) || nearest(type, marks.types) !== undefined) return true;
  const keys = Object.keys(others);
  return keys.filter((key) => marks.keys.includes(key)).length * 2 > keys.length;
}
