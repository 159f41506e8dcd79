// What a connection's secrets are called; for the engine and for the client.

/** A name for the secret at a JSON Pointer, such as ORDERS_KAFKA_PASSWORD for the password of `orders-kafka`; an item has its list's. */
export function proposeSecretName(connection: string, pointer: string): string {
  const place = pointer.replace(/(?:\/\d+)+$/, '');
  const key = place.slice(place.lastIndexOf('/') + 1).replaceAll(/~[01]/g, '_');
  const last = upperSnake(key).slice(0, 50);
  // Of a long name the end is cut, so that two secrets of one connection still have two names.
  return [upperSnake(connection).slice(0, 99 - last.length), last].filter((part) => part !== '').join('_');
}

/** What the secrets of a file are named after: its connection's name, or else the file's own, or else the type. */
export function secretOwner(uri: string, { name, type }: { readonly name?: unknown; readonly type?: unknown }): string {
  const [own, kind] = [name, type].map((text) => (typeof text === 'string' && !text.startsWith('${') ? text : ''));
  return [own, fileStem(uri), kind].find((text) => text !== undefined && upperSnake(text) !== '') ?? '';
}

/** A file's name without its extension, such as `orders` of `orders.streamconn.json`; empty if it was never saved. */
export function fileStem(uri: string): string {
  const [, stem = ''] = /([^/:]*?)(?:\.streamconn)?\.[^./:]+$/.exec(uri.replace(/[?#].*/s, '')) ?? [];
  // What a URI escapes is no part of a secret's name.
  return stem.replaceAll(/(?:%[\dA-F]{2})+/gi, '_');
}

/** The name itself, or with the first number behind it that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const base = name === '' ? 'SECRET' : name;
  for (let number = 1; ; number++) {
    const one = number === 1 ? base : `${base.slice(0, 95)}_${number}`;
    if (!isTaken(one)) return one;
  }
}

/** `sslKeyPassword` as SSL_KEY_PASSWORD. */
function upperSnake(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
    .toUpperCase();
}
