// Where secrets stand in a connection as people write it: in their right places, and where they are put by mistake.
import type { SecretPlace } from '../newFileProtocol.ts';
import { fromPointer } from './jsonPath.ts';
import { resolve, root, type Schema } from './schemaLookup.ts';

/** Every place of any type of connection whose value does not belong in a file. */
export function findSecretPlaces(): SecretPlace[] {
  const right = distinct(walk(root, [], rightPlaces));
  const wrong = walk(root, [], (schema, path) => mistakenPlaces(schema, path, right));
  return distinct([...right, ...wrong]);
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

function mistakenPlaces({ mistaken = {} }: Schema, path: readonly string[], right: readonly SecretPlace[]) {
  return Object.entries(mistaken).flatMap(([key, { code, rename, move }]): SecretPlace[] => {
    const meant = move === undefined ? rename !== undefined && [...path, rename] : fromPointer(move);
    const isSecret = code === 'secret-in-config' || (meant && right.some((place) => covers(place.path, meant)));
    return isSecret ? [{ path: [...path, key] }] : [];
  });
}

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((key, index) => key === '*' || key === path[index]);
}

/** Of places with the same path the first, which says the most. */
function distinct(places: readonly SecretPlace[]): SecretPlace[] {
  return [...new Map(places.toReversed().map((place) => [place.path.join('/'), place])).values()].reverse();
}
