// Finds and masks the secrets of a connection by where they stand.
import { mask } from './mask.ts';

/** Keys from the root; `*` stands for every key or position. */
export interface SecretPlace {
  readonly path: readonly string[];
  /** What `*` does not stand for, in any case. */
  readonly except?: readonly string[];
}

/** Whether a secret stands at the path, or the path leads into one that is secret as a whole. */
export function isSecretAt(path: readonly string[], places: readonly SecretPlace[]): boolean {
  const [key, ...rest] = path;
  return isSecret(places) || (key !== undefined && isSecretAt(rest, inside(places, key)));
}

/**
 * The texts and numbers that are secrets of `value` and not empty. Of a secret with parts only those that give it away: its
 * others are words such as a project's name, which would be masked everywhere.
 */
export function secretsIn(value: unknown, places: readonly SecretPlace[]): string[] {
  if (isSecret(places)) return textsIn(value);
  if (places.length === 0 || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => secretsIn(item, inside(places, key)));
}

/** `value` with each of its secrets masked; the original stays as it is. */
export function maskSecrets(value: unknown, places: readonly SecretPlace[]): unknown {
  if (isSecret(places) && value !== null) return mask;
  if (places.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => maskSecrets(item, inside(places, String(index))));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskSecrets(item, inside(places, key))]));
}

/**
 * The text with its secrets masked where it is JSON in which a connection may stand at any depth, as in an error that
 * repeats the request. A text without secrets by path, and one that is not JSON, stays letter by letter as it is.
 */
export function maskSecretsInText(text: string, places: readonly SecretPlace[]): string {
  const root = parse(text);
  const masked = objectsIn(root).map((object) => maskIn(object, places));
  return masked.includes(true) ? write(root) : text;
}

/** Whether something in `object` was masked just now. */
function maskIn(object: object, places: readonly SecretPlace[]): boolean {
  const values = object as Record<string, unknown>;
  const masked = Object.keys(object).map((key) => {
    const value = values[key];
    const below = inside(places, key);
    if (below.length === 0 || value === null || value === mask) return false;
    if (!isSecret(below)) return typeof value === 'object' && maskIn(value as object, below);
    values[key] = mask;
    return true;
  });
  return masked.includes(true);
}

/** The places below a key, as they are called from there. */
function inside(places: readonly SecretPlace[], key: string): SecretPlace[] {
  const isKey = ({ path: [first], except = [] }: SecretPlace) =>
    first === key || (first === '*' && !except.some((name) => name.toLowerCase() === key.toLowerCase()));
  return places.filter(isKey).map((place) => ({ ...place, path: place.path.slice(1) }));
}

/** Of the places as they are called from a value: whether it is one of them itself. */
function isSecret(places: readonly SecretPlace[]): boolean {
  return places.some(({ path }) => path.length === 0);
}

/** Whether a part of a secret gives it away wherever else it stands. */
export function isTellingPart(text: string): boolean {
  return text.length >= 20 || /[\r\n]/.test(text);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return value === '' ? [] : [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn).filter(isTellingPart) : [];
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
