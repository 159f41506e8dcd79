// User names and passwords that stand in addresses, where everybody sees them who may see the connection.
import { isObject, type JsonObject } from './jsonValues.ts';

/**
 * In front of the host: as addresses are written, with signs in it that a password should not have there but may, and before
 * a server that has no scheme. A port is none. The limit is for texts that are made to take long.
 */
const login =
  /(?<=:\/\/)(?:[^/?#\s]*@|[^/?#\s:@]*:(?!\d{0,5}(?:[/?#,]|$))[^\s@]{0,1000}@)|(?<=^|,)[^\s,:@/]+:(?!\/\/)[^\s,@]+@(?=[\w.-]+:\d+(?:,|$))/g;

/** As it stands there, without its `@`. */
export function loginIn(address: string): string | undefined {
  return address.match(login)?.[0].slice(0, -1);
}

export function withoutLogin(text: string): string {
  return text.replaceAll(login, '');
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
      const plain = withoutLogin(value);
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
