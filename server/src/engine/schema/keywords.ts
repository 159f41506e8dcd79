// The keywords of JSON Schema (draft-07) that our schemas use, and what of a value breaks each of them.

import { isObject } from '../json/document.ts';
import { toCondition } from './condition.ts';
import { jsonType } from './jsonType.ts';
import type { Schema } from './schemaLookup.ts';

/** A broken keyword and what it was about. */
export type Broken =
  | { readonly keyword: 'type' | 'enum' | 'const' | 'not' | 'pattern' }
  | { readonly keyword: 'minLength' | 'minItems' | 'maxItems'; readonly limit: number }
  /** `name` is the property that is missing. */
  | { readonly keyword: 'required'; readonly name: string }
  /** `name` is a key that the object may not have. */
  | { readonly keyword: 'additionalProperties'; readonly name: string }
  /** Positions of an item and of the first one that is the same. */
  | { readonly keyword: 'uniqueItems'; readonly item: number; readonly earlier: number };

/** What of a value breaks one keyword of a schema. */
export type Check = (value: unknown) => Broken | readonly Broken[] | undefined;

type Checks = { readonly [K in keyof Schema]?: (said: NonNullable<Schema[K]>, schema: Schema) => Check };

const checks: Checks = {
  type: (type) => {
    const types = typesOf(type);
    return (value) => (types.includes(jsonType(value)) ? undefined : { keyword: 'type' });
  },
  minLength: (limit) => {
    // Characters, not UTF-16 code units (RFC 8259).
    const isShort = (text: string) => text.length < limit * 2 && [...text].length < limit;
    return (value) => (typeof value === 'string' && isShort(value) ? { keyword: 'minLength', limit } : undefined);
  },
  pattern: (pattern) => {
    const form = new RegExp(pattern, 'u');
    return (value) => (typeof value === 'string' && !form.test(value) ? { keyword: 'pattern' } : undefined);
  },
  enum: (listed) => (value) => (listed.includes(value) ? undefined : { keyword: 'enum' }),
  const: (only) => (value) => (value === only ? undefined : { keyword: 'const' }),
  not: (not) => {
    const isRuledOut = toCondition(not);
    return (value) => (isRuledOut(value) ? { keyword: 'not' } : undefined);
  },
  minItems: (limit) => (value) =>
    Array.isArray(value) && value.length < limit ? { keyword: 'minItems', limit } : undefined,
  maxItems: (limit) => (value) =>
    Array.isArray(value) && value.length > limit ? { keyword: 'maxItems', limit } : undefined,
  uniqueItems: (_, { items }) => {
    const types = typesOf(items?.type);
    return (value) => (Array.isArray(value) ? repeatedIn(value, types) : undefined);
  },
  required: (names) => (value) => {
    if (!isObject(value)) return undefined;
    const missing = names.filter((name) => !Object.hasOwn(value, name));
    return missing.length === 0 ? undefined : missing.map((name) => ({ keyword: 'required', name }));
  },
  additionalProperties:
    (allowed, { properties = {} }) =>
    (value) => {
      if (allowed !== false || !isObject(value)) return undefined;
      const unknown = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
      return unknown.length === 0 ? undefined : unknown.map((name) => ({ keyword: 'additionalProperties', name }));
    },
};

/** The checks of a schema's own keywords; those of what it leads to are not among them. */
export function checksOf(schema: Schema): readonly Check[] {
  return Object.entries(checks).flatMap(([keyword, toCheck]) => {
    const said = schema[keyword as keyof Schema];
    return said === undefined ? [] : (toCheck as (said: unknown, schema: Schema) => Check)(said, schema);
  });
}

function typesOf(type: Schema['type']): readonly string[] {
  return typeof type === 'string' ? [type] : (type ?? []);
}

/** Those of other types are wrong by themselves. */
function repeatedIn(items: readonly unknown[], types: readonly string[]): readonly Broken[] | undefined {
  const first = new Map<unknown, number>();
  const repeated: Broken[] = [];
  for (const [item, value] of items.entries()) {
    if (!types.includes(jsonType(value))) continue;
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, item);
    else repeated.push({ keyword: 'uniqueItems', item, earlier });
  }
  return repeated.length === 0 ? undefined : repeated;
}
