// Where placeholders stand in a connection.

import { toPointer } from '../jsonPointer.ts';
import { type Placeholder, readPlaceholder } from '../placeholder.ts';
import { isObject } from './json/document.ts';
import type { JsonPath } from './json/jsonPath.ts';

/** Every placeholder in a JSON value, in document order. */
export function findPlaceholders(value: unknown, path: JsonPath = []): Placeholder[] {
  if (typeof value === 'string') {
    const source = readPlaceholder(value);
    return source ? [{ pointer: toPointer(path), ...source }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => findPlaceholders(item, [...path, index]));
  if (isObject(value)) return Object.keys(value).flatMap((key) => findPlaceholders(value[key], [...path, key]));
  return [];
}
