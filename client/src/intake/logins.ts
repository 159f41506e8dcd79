// User names and passwords that stand in addresses, where everybody sees them who may see the connection.
import * as l10n from '@vscode/l10n';
import { isObject, type JsonObject } from './jsonValues.ts';

/**
 * In front of the host: as addresses are written, with signs in it that a password should not have there but may, and before
 * a server that has no scheme, with a port or without. No login is a port, an address of IPv6, or a server before another
 * one. The limit is for texts that are made to take long.
 */
const known = [
  /(?<=:\/\/)(?!\[|[\w.-]+:\d{1,5},)(?:(?!@[\w.-]+(?::\d+)?,)[^/?#\s])*@/,
  /(?<=:\/\/)(?!\[)[^/?#\s:@]*:(?!\d{0,5}(?:[/?#,]|$))[^\s@]{0,1000}@/,
  /(?<=^|,)[^\s,:@/[]+:(?!\/\/)[^\s,@]+@(?=(?:[\w.-]+|\[[\da-f:.]+\]):\d+(?:,|$))/,
];

/** Where the text is known to be an address: a user name may look like this. */
const portless = /(?<=^|,)(?!mailto:)[^\s,:@/?#[]+:[^\s,@/?#]+@(?=[\w-]+(?:\.[\w-]+)+(?:[,/]|$))/;

const anywhere = oneOf(known);
const inAddress = oneOf([...known, portless]);

function oneOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'g');
}

/** As it stands there, without its `@`. */
export function loginIn(address: string): string | undefined {
  return address.match(inAddress)?.[0].slice(0, -1);
}

export function withoutLogin(address: string): string {
  return address.replaceAll(inAddress, '');
}

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
      const plain = value.replaceAll(anywhere, '');
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
