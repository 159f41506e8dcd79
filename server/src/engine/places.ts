// Every value of a document together with the schemas that speak of it.
import { holds } from './condition.ts';
import { isObject } from './document.ts';
import type { JsonPath } from './jsonPath.ts';
import { resolve, root, type Schema } from './schemaLookup.ts';

export interface Place {
  readonly path: JsonPath;
  readonly value: unknown;
  /** Those of the branches that apply, the most general first. */
  readonly schemas: readonly Schema[];
  /** The object or array that holds the value; the root has none. */
  readonly owner?: Place;
}

/** The root and every value below it, in document order. */
export function placesIn(value: unknown): Place[] {
  const places: Place[] = [];
  collect({ path: [], value, schemas: applying(root, value) }, places);
  return places;
}

/** The place at `path`, where there need not be anything yet. */
export function placeAt(value: unknown, path: JsonPath): Place {
  return path.reduce<Place>(childAt, { path: [], value, schemas: applying(root, value) });
}

/** The place of one property or item of a place, where there need not be anything yet. */
export function childAt(owner: Place, key: string | number): Place {
  const { value, schemas } = owner;
  if (typeof key === 'number') {
    const items = schemas.flatMap((schema) => schema.items ?? []);
    return toPlace(owner, key, Array.isArray(value) ? value[key] : undefined, items);
  }
  const own = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  const said = schemas.flatMap((schema) => propertyOf(schema, key));
  return toPlace(owner, key, own, said);
}

/** The place of the whole document that the place is in. */
export function rootOf(place: Place): Place {
  return place.owner ? rootOf(place.owner) : place;
}

/** What one of the place's schemas says by that keyword: the most special one that says anything. */
export function said<K extends keyof Schema>({ schemas }: Place, keyword: K): Schema[K] | undefined {
  return schemas.findLast((schema) => schema[keyword] !== undefined)?.[keyword];
}

function collect(place: Place, places: Place[]): void {
  places.push(place);
  for (const child of childrenOf(place)) collect(child, places);
}

/** The places of an object's properties or an array's items. */
export function childrenOf(owner: Place): Place[] {
  const { value, schemas } = owner;
  if (Array.isArray(value)) {
    const said = schemas.flatMap(({ items }) => items ?? []);
    return value.map((item, index) => toPlace(owner, index, item, said));
  }
  if (!isObject(value)) return [];
  return Object.keys(value).map((key) =>
    toPlace(
      owner,
      key,
      value[key],
      schemas.flatMap((schema) => propertyOf(schema, key)),
    ),
  );
}

function toPlace(owner: Place, key: string | number, value: unknown, schemas: readonly Schema[]): Place {
  return { path: [...owner.path, key], value, schemas: schemas.flatMap((schema) => applying(schema, value)), owner };
}

function propertyOf({ properties = {}, additionalProperties }: Schema, key: string): Schema[] {
  const own = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
  return typeof own === 'object' ? [own] : [];
}

/** The schema and those of its branches whose condition holds for the value. */
function applying(schema: Schema, value: unknown): readonly Schema[] {
  const { own, allOf, condition, then } = unfold(schema);
  const branches = condition && then && holds(condition, value) ? [then] : [];
  if (allOf.length + branches.length === 0) return own;
  return [...own, ...[...allOf, ...branches].flatMap((part) => applying(part, value))];
}

interface Unfolded {
  /** What the schema itself says, alone in a list. */
  readonly own: readonly [Schema];
  readonly allOf: readonly Schema[];
  readonly condition: Schema | undefined;
  readonly then: Schema | undefined;
}

/** The schemas stay as they are, and each is met at many places of a document. */
const unfolded = new WeakMap<Schema, Unfolded>();

function unfold(schema: Schema): Unfolded {
  const known = unfolded.get(schema);
  if (known) return known;
  const { allOf = [], if: condition, then, ...own } = resolve(schema);
  const parts: Unfolded = { own: [own], allOf, condition, then };
  unfolded.set(schema, parts);
  return parts;
}
