// Finds and masks the secrets of a connection, wherever they stand.
import {
  isSecret,
  isSecretByForm,
  isSecretByPlace,
  type SecretPlace,
  secretPartsOf,
  withoutSecretParts,
} from '../../../../server/src/secrets.ts';
import { mask } from './mask.ts';

/**
 * The texts and numbers that are secrets of `value`, with the parts by which a longer text is one. Of a secret that is an
 * object only those that give it away: its others are words such as a project's name, which would be masked everywhere.
 */
export function secretsIn(
  value: unknown,
  places: readonly SecretPlace[],
  path: readonly string[] = [],
  owner?: unknown,
): string[] {
  if (isSecret(path, value, places, owner)) return textsIn(value).flatMap((text) => [text, ...secretPartsOf(text)]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => secretsIn(item, places, [...path, key], value));
}

/** `value` with each of its secrets masked, of a longer text only its secret parts; the original stays as it is. */
export function maskSecrets(
  value: unknown,
  places: readonly SecretPlace[],
  path: readonly string[] = [],
  owner?: unknown,
): unknown {
  const masked = maskedValue(path, value, places, owner);
  if (masked !== undefined) return masked;
  if (typeof value !== 'object' || value === null) return value;
  const inside = (key: string, item: unknown) => maskSecrets(item, places, [...path, key], value);
  if (Array.isArray(value)) return value.map((item, index) => inside(String(index), item));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [withoutSecretParts(key, mask), inside(key, item)]),
  );
}

/**
 * The text with its secrets masked where it is JSON in which a connection may stand at any depth, as in an error that
 * repeats the request. A text without secrets, and one that is not JSON, stays letter by letter as it is.
 */
export function maskSecretsInText(text: string, places: readonly SecretPlace[]): string {
  const root = parse(text);
  let hasMasked = false;
  for (const [object, path] of objectsIn(root)) {
    const values = object as Record<string, unknown>;
    for (const key of Object.keys(object)) {
      const masked = maskedValue([...path, key], values[key], places, object);
      if (masked === undefined || masked === values[key]) continue;
      values[key] = masked;
      hasMasked = true;
    }
  }
  return hasMasked ? write(root) : text;
}

/** What is shown of a secret of a connection that begins anywhere on the way to it; undefined of what is none. */
function maskedValue(
  path: readonly string[],
  value: unknown,
  places: readonly SecretPlace[],
  owner: unknown,
): string | undefined {
  if (path.some((_, start) => isSecretByPlace(path.slice(start), value, places, owner))) return mask;
  if (typeof value !== 'string' || !isSecretByForm(path, value)) return undefined;
  const masked = withoutSecretParts(value, mask);
  // The whole value of a header is one without a part.
  return masked === value ? mask : masked;
}

/** Keys above a value that are looked at: no connection nests more deeply. */
const deepest = 6;

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

/** Every object and array with the last keys of the way to it; without recursion, for an answer may nest more deeply than the stack reaches. */
function objectsIn(root: unknown): (readonly [object: object, path: readonly string[]])[] {
  const found: (readonly [object, readonly string[]])[] = [];
  const left: (readonly [unknown, readonly string[]])[] = [[root, []]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, path] = next;
    if (typeof value !== 'object' || value === null) continue;
    found.push([value, path]);
    for (const [key, item] of Object.entries(value)) left.push([item, [...path, key].slice(-deepest)]);
  }
  return found;
}
