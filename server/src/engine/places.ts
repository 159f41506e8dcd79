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
}

/** The root and every value below it, in document order. */
export function placesIn(value: unknown): Place[] {
  return collect({ path: [], value, schemas: applying(root, value) });
}

/** What one of the place's schemas says by that keyword: the most special one that says anything. */
export function said<K extends keyof Schema>({ schemas }: Place, keyword: K): Schema[K] | undefined {
  return schemas.findLast((schema) => schema[keyword] !== undefined)?.[keyword];
}

function collect(place: Place): Place[] {
  return [place, ...childrenOf(place).flatMap(collect)];
}

/** The places of an object's properties or an array's items. */
export function childrenOf({ path, value, schemas }: Place): Place[] {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      toPlace(
        [...path, index],
        item,
        schemas.flatMap(({ items }) => items ?? []),
      ),
    );
  }
  if (!isObject(value)) return [];
  return Object.keys(value).map((key) =>
    toPlace(
      [...path, key],
      value[key],
      schemas.flatMap((schema) => propertyOf(schema, key)),
    ),
  );
}

function toPlace(path: JsonPath, value: unknown, schemas: readonly Schema[]): Place {
  return { path, value, schemas: schemas.flatMap((schema) => applying(schema, value)) };
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
