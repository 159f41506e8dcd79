// Whether the condition of an `if` holds for a value, so that the schemas which speak of a place can be told.
import { isObject } from '../json/document.ts';
import { resolve, type Schema } from './schemaLookup.ts';

/** Judges the keywords that conditions use (schemas/README.md); any other keyword holds. */
export function holds(condition: Schema, value: unknown): boolean {
  const { type, const: only, enum: some, not, required = [], properties = {} } = resolve(condition);
  if (type === 'object' && !isObject(value)) return false;
  if (type === 'string' && typeof value !== 'string') return false;
  if (only !== undefined && value !== only) return false;
  if (some && !some.includes(value)) return false;
  if (not && holds(not, value)) return false;
  if (!isObject(value)) return true;
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(properties).every(
      ([name, part]) => typeof part !== 'object' || !Object.hasOwn(value, name) || holds(part, value[name]),
    )
  );
}
