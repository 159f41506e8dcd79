// Takes user names and passwords out of a connection's addresses, where everybody sees them who may see the connection.
import * as l10n from '@vscode/l10n';
import { withoutSureLogins } from '../../../../server/src/logins.ts';
import { isObject, type JsonObject } from '../json.ts';

/** What is said to be left out where one stood at the path. */
export function nameLogin(path: string): string {
  return l10n.t('the user name or password in {0}', path);
}

export interface WithoutLogins {
  readonly connection: JsonObject;
  /** The paths that they were taken from. */
  readonly from: readonly string[];
}

/** Of a connection in which placeholders stand for the secrets, so that no secret is taken for an address. */
export function withoutLogins(connection: JsonObject): WithoutLogins {
  const from = new Set<string>();
  const strip = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      const plain = withoutSureLogins(value);
      if (plain !== value) from.add(path);
      return plain;
    }
    if (Array.isArray(value)) return value.map((item) => strip(item, path));
    return isObject(value) ? stripAll(value, `${path}.`) : value;
  };
  const stripAll = (object: JsonObject, path: string): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, strip(value, path + key)]));
  return { connection: stripAll(connection, ''), from: [...from] };
}
