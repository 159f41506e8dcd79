// What of a value conditions look at, as one text: of two values with the same one, the same conditions hold.
import { isObject } from '../json/document.ts';
import type { JsonPath } from '../json/jsonPath.ts';
import { resolve, type Schema } from './schemaLookup.ts';

/** Gives the text for a value; undefined where there are no conditions. */
export function toSignature(conditions: readonly Schema[]): ((value: unknown) => string) | undefined {
  if (conditions.length === 0) return undefined;
  const paths = new Map(conditions.flatMap((one) => readBy(one, [])).map((path) => [path.join('/'), path]));
  const read = [...paths.values()];
  return (value) => {
    let signature = '';
    for (const path of read) signature += `${markOf(valueAt(value, path))}\n`;
    return signature;
  };
}

/** Every place that the condition looks at, as `condition.ts` reads it. */
function readBy(schema: Schema, path: readonly string[]): (readonly string[])[] {
  const { properties = {}, required = [], not } = resolve(schema);
  return [
    path,
    ...required.map((name) => [...path, name]),
    ...Object.entries(properties).flatMap(([name, part]) =>
      typeof part === 'object' ? readBy(part, [...path, name]) : [],
    ),
    ...(not ? readBy(not, path) : []),
  ];
}

function valueAt(value: unknown, path: JsonPath): unknown {
  let at = value;
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at;
}

function markOf(value: unknown): string {
  if (typeof value === 'string') return `${value.length} ${value}`;
  if (isObject(value)) return '{}';
  return Array.isArray(value) ? '[]' : String(value);
}
