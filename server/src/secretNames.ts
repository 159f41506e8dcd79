// What a connection's secrets are called; for the engine and for the client.

/** Names that a `${secret:NAME}` may use. */
export const secretName = /^[A-Za-z0-9_.-]{1,100}$/;

/** A name for the secret at a JSON Pointer, such as ORDERS_KAFKA_PASSWORD for the password of `orders-kafka`. */
export function proposeSecretName(connection: string, pointer: string): string {
  const key = pointer.slice(pointer.lastIndexOf('/') + 1).replaceAll(/~[01]/g, '_');
  return [connection, key]
    .map(upperSnake)
    .filter((part) => part !== '')
    .join('_')
    .slice(0, 100);
}

/** `sslKeyPassword` as SSL_KEY_PASSWORD. */
export function upperSnake(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
    .toUpperCase();
}
