// Values that name a source instead of holding the value: `${secret:NAME}` and its like.

import { toPointer } from '../jsonPointer.ts';
import type { Placeholder } from '../protocol.ts';
import { isObject } from './json/document.ts';
import type { JsonPath } from './json/jsonPath.ts';

const wholeValue = /^\$\{(?<kind>[a-z]+):(?<name>[^{}]+)\}$/;

/** Whether a value is wholly a placeholder, so that what will be sent is not known here. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && wholeValue.test(value);
}

/** Every placeholder in a JSON value, in document order. */
export function findPlaceholders(value: unknown, path: JsonPath = []): Placeholder[] {
  if (typeof value === 'string') {
    const { kind, name } = wholeValue.exec(value)?.groups ?? {};
    return kind && name ? [{ pointer: toPointer(path), kind, name }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => findPlaceholders(item, [...path, index]));
  if (isObject(value)) return Object.keys(value).flatMap((key) => findPlaceholders(value[key], [...path, key]));
  return [];
}
