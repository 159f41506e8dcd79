// Finds and masks the secrets of a connection by where they stand.

/** Keys from the root; `*` stands for every key or position. */
export type SecretPath = readonly string[];

export const mask = '•••';

/** The secret strings in `value`, those that are not empty. */
export function secretsIn(value: unknown, paths: readonly SecretPath[]): string[] {
  return paths.flatMap((path) => stringsAt(value, path)).filter((text) => text !== '');
}

/** A copy of `value` with each of its secrets masked. */
export function maskSecrets(value: unknown, paths: readonly SecretPath[]): unknown {
  if (paths.some((path) => path.length === 0) && value !== null) return mask;
  if (typeof value !== 'object' || value === null) return value;
  const below = (key: string) => paths.filter(([first]) => first === '*' || first === key).map((path) => path.slice(1));
  if (Array.isArray(value)) return value.map((item, index) => maskSecrets(item, below(String(index))));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskSecrets(item, below(key))]));
}

function stringsAt(value: unknown, [key, ...rest]: SecretPath): string[] {
  if (key === undefined) return typeof value === 'string' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const inside =
    key === '*' ? Object.values(value) : Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : [];
  return inside.flatMap((item) => stringsAt(item, rest));
}
