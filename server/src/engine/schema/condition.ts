// Whether the condition of an `if` holds for a value, so that the schemas which speak of a place can be told.
import { isObject } from '../json/document.ts';
import { resolve, type Schema } from './schemaLookup.ts';

export type Condition = (value: unknown) => boolean;

/** Judges the keywords that conditions use (schemas/README.md); any other keyword holds. */
export function toCondition(schema: Schema): Condition {
  const { type, const: only, enum: some, not, required = [], properties = {} } = resolve(schema);
  const isRuledOut = not && toCondition(not);
  const parts = Object.entries(properties).flatMap(([name, part]) =>
    typeof part === 'object' ? [[name, toCondition(part)] as const] : [],
  );
  const holdsInside = (value: Readonly<Record<string, unknown>>) =>
    required.every((name) => Object.hasOwn(value, name)) &&
    parts.every(([name, holds]) => !Object.hasOwn(value, name) || holds(value[name]));
  return (value) => {
    if (type === 'object' && !isObject(value)) return false;
    if (type === 'string' && typeof value !== 'string') return false;
    if (only !== undefined && value !== only) return false;
    if (some && !some.includes(value)) return false;
    return !isRuledOut?.(value) && (!isObject(value) || holdsInside(value));
  };
}
