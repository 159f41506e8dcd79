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
  return collect({ path: [], value, schemas: applying(root, value) });
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

/** What one of the place's schemas says by that keyword: the most special one that says anything. */
export function said<K extends keyof Schema>({ schemas }: Place, keyword: K): Schema[K] | undefined {
  return schemas.findLast((schema) => schema[keyword] !== undefined)?.[keyword];
}

function collect(place: Place): Place[] {
  return [place, ...childrenOf(place).flatMap(collect)];
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
function applying(schema: Schema, value: unknown): Schema[] {
  const { allOf = [], if: condition, then, ...own } = resolve(schema);
  const branches = condition && holds(condition, value) && then ? [then] : [];
  return [own, ...[...allOf, ...branches].flatMap((part) => applying(part, value))];
}
