// The secrets of a connection, by the one judgement of secrets.ts together with the marks of the schemas.
import { fromPointer } from '../jsonPointer.ts';
import { isSecret, isSecretPlace, type SecretPlace } from '../secrets.ts';
import type { JsonPath } from './jsonPath.ts';
import { resolve, root, type Schema } from './schemaLookup.ts';

let known: readonly SecretPlace[] | undefined;

/** Every place of any type of connection that the schemas mark: the right ones, and those that people write by mistake. */
export function findSecretPlaces(): readonly SecretPlace[] {
  known ??= distinct([...right, ...walk(root, [], mistakenPlaces)]);
  return known;
}

/** Whether what stands at the path is a secret, whatever the type of connection: also before its branch is chosen. */
export function isSecretAt(path: JsonPath, value: unknown): boolean {
  return isSecret(path, value, findSecretPlaces());
}

/** Whether a secret belongs at the path, whatever stands there now. */
export function isPlaceOfSecret(path: JsonPath): boolean {
  return isSecretPlace(path, findSecretPlaces());
}

/** Whether Atlas keeps to itself what stands at the path; what it does not know, it gives back. */
export function isHiddenPath(path: JsonPath): boolean {
  return hiddenPaths.has(path.join('/'));
}

type Look = (schema: Schema, path: SecretPlace) => readonly SecretPlace[];

const right = distinct(walk(root, [], ({ writeOnly }, path) => (writeOnly ? [path] : [])));
const hiddenPaths: ReadonlySet<string> = new Set(right.map((path) => path.join('/')));

function walk(schema: Schema, path: SecretPlace, look: Look): SecretPlace[] {
  const whole = resolve(schema);
  const { properties = {}, allOf = [], then } = whole;
  return [
    ...look(whole, path),
    ...Object.entries(properties).flatMap(([key, property]) =>
      typeof property === 'object' ? walk(property, [...path, key], look) : [],
    ),
    ...allOf.flatMap((part) => walk(part, path, look)),
    ...(then ? walk(then, path, look) : []),
  ];
}

/** What is marked as a secret, and what was meant for the place of one. */
function mistakenPlaces({ mistaken = {} }: Schema, path: SecretPlace): SecretPlace[] {
  return Object.entries(mistaken).flatMap(([key, { secret, rename, move }]) => {
    const meant = move === undefined ? rename !== undefined && [...path, rename] : fromPointer(move);
    return secret || (meant && isHiddenPath(meant)) ? [[...path, key]] : [];
  });
}

function distinct(places: readonly SecretPlace[]): SecretPlace[] {
  return [...new Map(places.map((place) => [place.join('/'), place])).values()];
}
