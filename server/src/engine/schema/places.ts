// Every value of a document together with the schemas that speak of it.

import { isObject } from '../json/document.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import { perDocument } from '../json/perDocument.ts';
import { root, type Schema } from './schemaLookup.ts';
import { hasParts, type Unfolded, unfold } from './unfold.ts';

export interface Place {
  readonly path: JsonPath;
  readonly value: unknown;
  /** Those that its owner has for it, with all their branches. */
  readonly given: readonly Schema[];
  /** Those of the branches that apply, the most general first. */
  readonly schemas: readonly Schema[];
  /** The object or array that holds the value; the root has none. */
  readonly owner?: Place;
}

/** The root and every value below it, in document order. */
export function placesIn(value: unknown): Place[] {
  const places: Place[] = [];
  collect(rootPlace(value), places);
  return places;
}

/** Those of a file; none where it has no value. */
export const placesOf = perDocument(({ root: tree, value }) => (tree ? placesIn(value) : []));

/** The place at `path`, where there need not be anything yet. */
export function placeAt(value: unknown, path: JsonPath): Place {
  return path.reduce<Place>(childAt, rootPlace(value));
}

/** The place of one property or item of a place, where there need not be anything yet. */
export function childAt(owner: Place, key: string | number): Place {
  const { value, schemas } = owner;
  if (typeof key === 'number')
    return new Child(owner, key, Array.isArray(value) ? value[key] : undefined, givenAt(schemas, key));
  const own = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return new Child(owner, key, own, givenAt(schemas, key));
}

/** The place of the whole document that the place is in. */
export function rootOf(place: Place): Place {
  return place.owner ? rootOf(place.owner) : place;
}

/** What one of the place's schemas says by that keyword: the most special one that says anything. */
export function said<K extends keyof Schema>({ schemas }: Pick<Place, 'schemas'>, keyword: K): Schema[K] | undefined {
  return schemas.findLast((schema) => schema[keyword] !== undefined)?.[keyword];
}

/** The places of an object's properties or an array's items. */
export function childrenOf(owner: Place): Place[] {
  const { value, schemas } = owner;
  if (Array.isArray(value)) {
    const given = itemsOf(schemas);
    return value.map((item, index) => new Child(owner, index, item, given));
  }
  if (!isObject(value)) return [];
  return Object.keys(value).map((key) => new Child(owner, key, value[key], propertyOf(schemas, key)));
}

function rootPlace(value: unknown): Place {
  return { path: [], value, given: [root], schemas: applying([root], value) };
}

function collect(place: Place, places: Place[]): void {
  places.push(place);
  for (const child of childrenOf(place)) collect(child, places);
}

/** The place with another value, of which the same schemas speak. */
export function withValue({ path, given, schemas, owner }: Place, value: unknown): Place {
  return { path, value, given, schemas, ...(owner ? { owner } : {}) };
}

/** Of most places of a large document, nobody asks for the path. */
class Child implements Place {
  readonly owner: Place;
  readonly value: unknown;
  readonly given: readonly Schema[];
  readonly schemas: readonly Schema[];
  readonly #key: string | number;
  #path: JsonPath | undefined;

  constructor(owner: Place, key: string | number, value: unknown, given: readonly Schema[]) {
    this.owner = owner;
    this.#key = key;
    this.value = value;
    this.given = given;
    this.schemas = applying(given, value);
  }

  get path(): JsonPath {
    this.#path ??= [...this.owner.path, this.#key];
    return this.#path;
  }
}

/** What the schemas of an object or array have for one of its properties or items. */
export function givenAt(schemas: readonly Schema[], key: string | number): readonly Schema[] {
  return typeof key === 'number' ? itemsOf(schemas) : propertyOf(schemas, key);
}

function propertyOf(schemas: readonly Schema[], key: string): readonly Schema[] {
  const given: Schema[] = [];
  for (const { properties, additionalProperties } of schemas) {
    const own = properties && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (typeof own === 'object') given.push(own);
  }
  return given;
}

function itemsOf(schemas: readonly Schema[]): readonly Schema[] {
  return schemas.flatMap(({ items }) => items ?? []);
}

/** The schemas and those of their branches whose condition holds for the value. */
export function applying(schemas: readonly Schema[], value: unknown): readonly Schema[] {
  const [first] = schemas;
  if (schemas.length === 1 && first && !hasParts(unfold(first))) return unfold(first).own;
  const all: Schema[] = [];
  for (const schema of schemas) take(unfold(schema), value, all);
  return all;
}

function take({ own: [own], allOf, branch }: Unfolded, value: unknown, all: Schema[]): void {
  all.push(own);
  for (const part of allOf) take(unfold(part), value, all);
  if (branch?.applies(value)) take(unfold(branch.then), value, all);
}

/** Whether the object that has the place requires it. */
export function isRequired({ owner, path }: Place): boolean {
  return owner?.schemas.some(({ required = [] }) => required.includes(String(path.at(-1)))) ?? false;
}
