// JSON Pointers (RFC 6901), as the client and the server name places to each other.

/** `['a', 'b/c']` as `/a/b~1c`; the root as the empty string. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The keys of a pointer, all as strings. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A pointer as people read it: `/aws/roleArn` as `aws.roleArn`. */
export function toDotted(pointer: string): string {
  return fromPointer(pointer).join('.');
}
