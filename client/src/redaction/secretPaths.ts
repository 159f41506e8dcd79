// Finds and masks the secrets of a connection by where they stand.
import { mask } from './mask.ts';

/** Keys from the root; `*` stands for every key or position. */
export type SecretPath = readonly string[];

/** The secret strings in `value`, those that are not empty. */
export function secretsIn(value: unknown, paths: readonly SecretPath[]): string[] {
  return paths.flatMap((path) => stringsAt(value, path)).filter((text) => text !== '');
}

/** `value` with each of its secrets masked; the original stays as it is. */
export function maskSecrets(value: unknown, paths: readonly SecretPath[]): unknown {
  if (paths.some((path) => path.length === 0) && value !== null) return mask;
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const below = (key: string) => paths.filter(([first]) => first === '*' || first === key).map((path) => path.slice(1));
  if (Array.isArray(value)) return value.map((item, index) => maskSecrets(item, below(String(index))));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskSecrets(item, below(key))]));
}

/**
 * The text with its secrets masked where it is JSON in which a connection may stand at any depth, as in an error that
 * repeats the request. A text without secrets by path, and one that is not JSON, stays letter by letter as it is.
 */
export function maskSecretsInText(text: string, paths: readonly SecretPath[]): string {
  const root = parse(text);
  const masked = objectsIn(root).flatMap((object) => paths.map((path) => maskAt(object, path)));
  return masked.includes(true) ? write(root) : text;
}

/** Whether something in `object` was masked just now. */
function maskAt(object: object, [key, ...rest]: SecretPath): boolean {
  const values = object as Record<string, unknown>;
  const masked = keysAt(object, key).map((name) => {
    const value = values[name];
    if (value === null || value === mask) return false;
    if (rest.length > 0) return typeof value === 'object' && maskAt(value as object, rest);
    values[name] = mask;
    return true;
  });
  return masked.includes(true);
}

function keysAt(object: object, key: string | undefined): string[] {
  if (key === '*') return Object.keys(object);
  return key !== undefined && Object.hasOwn(object, key) ? [key] : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function write(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    // It nests more deeply than can be written: better nothing than a secret.
    return mask;
  }
}

/** Every object and array, found without recursion: an answer may nest more deeply than the stack reaches. */
function objectsIn(root: unknown): object[] {
  const found: object[] = [];
  const left = [root];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    found.push(value);
    for (const item of Object.values(value)) left.push(item);
  }
  return found;
}

function stringsAt(value: unknown, [key, ...rest]: SecretPath): string[] {
  if (key === undefined) return typeof value === 'string' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return keysAt(value, key).flatMap((name) => stringsAt((value as Record<string, unknown>)[name], rest));
}
