// Where secrets stand in a connection as people write it: in their right places, and where they are put by mistake.

import { fromPointer } from '../jsonPointer.ts';
import type { SecretPlace } from '../newFileProtocol.ts';
import type { JsonPath } from './jsonPath.ts';
import { resolve, root, type Schema } from './schemaLookup.ts';

let known: readonly SecretPlace[] | undefined;

/** Every place of any type of connection whose value does not belong in a file. */
export function findSecretPlaces(): readonly SecretPlace[] {
  known ??= collect();
  return known;
}

/** Whether what stands at the path is a secret, whatever the type of connection: also before its branch is chosen. */
export function isSecretPath(path: JsonPath): boolean {
  const keys = path.map(String);
  return findSecretPlaces().some((place) => place.path.length === keys.length && isBelow(place, keys));
}

/** Whether Atlas keeps to itself what stands at the path; of a map, and of what it does not know, it gives values back. */
export function isHiddenPath(path: JsonPath): boolean {
  return hiddenPaths.has(path.join('/'));
}

const right = distinct(walk(root, [], rightPlaces));
const hiddenPaths: ReadonlySet<string> = new Set(
  right.filter(({ path }) => path.at(-1) !== '*').map(({ path }) => path.join('/')),
);

function collect(): SecretPlace[] {
  const mistakenFor = (places: readonly SecretPlace[]) =>
    walk(root, [], (schema, path) => mistakenPlaces(schema, path, places));
  const wrong = mistakenFor(right);
  // What is wrong inside an object that has a wrong name itself.
  return distinct([...right, ...wrong, ...mistakenFor(wrong)]);
}

type Look = (schema: Schema, path: readonly string[]) => readonly SecretPlace[];

function walk(schema: Schema, path: readonly string[], look: Look): SecretPlace[] {
  const whole = resolve(schema);
  const { properties = {}, additionalProperties, items, allOf = [], then } = whole;
  const inside = (part: Schema | boolean | undefined, ...key: string[]) =>
    typeof part === 'object' ? walk(part, [...path, ...key], look) : [];
  return [
    ...look(whole, path),
    ...Object.entries(properties).flatMap(([key, property]) => inside(property, key)),
    ...inside(additionalProperties, '*'),
    ...inside(items, '*'),
    ...allOf.flatMap((part) => inside(part)),
    ...inside(then),
  ];
}

/** Of a map, every value counts but those of the keys that the schema proposes without calling them secret. */
function rightPlaces({ writeOnly, secretNames, propertyNames }: Schema, path: readonly string[]): SecretPlace[] {
  if (secretNames) {
    const proposed = (propertyNames?.examples ?? []).filter((name) => typeof name === 'string');
    return [{ path: [...path, '*'], except: proposed.filter((name) => !secretNames.includes(name)) }];
  }
  return writeOnly ? [{ path }] : [];
}

/** What is marked as a secret, and what was meant for one of `places`, or for an object with one in it. */
function mistakenPlaces({ mistaken = {} }: Schema, path: readonly string[], places: readonly SecretPlace[]) {
  return Object.entries(mistaken).flatMap(([key, { secret, rename, move }]): SecretPlace[] => {
    const at = [...path, key];
    if (secret) return [{ path: at }];
    const meant = move === undefined ? rename !== undefined && [...path, rename] : fromPointer(move);
    if (!meant) return [];
    return places
      .filter((place) => isBelow(place, meant))
      .map((place) => ({ ...place, path: [...at, ...place.path.slice(meant.length)] }));
  });
}

/** Whether the place is at the path or below it. */
function isBelow({ path, except = [] }: SecretPlace, keys: readonly string[]): boolean {
  const isExcepted = (key: string) => except.some((name) => name.toLowerCase() === key.toLowerCase());
  return keys.every((key, index) => path[index] === key || (path[index] === '*' && !isExcepted(key)));
}

/** Of places with the same path the first, which says the most. */
function distinct(places: readonly SecretPlace[]): SecretPlace[] {
  return [...new Map(places.toReversed().map((place) => [place.path.join('/'), place])).values()].reverse();
}
