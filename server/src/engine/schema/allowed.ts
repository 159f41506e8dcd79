// Which single values the schemas of a place take.
import { type FindingCode, rules } from './rules.ts';
import type { Schema } from './schemaLookup.ts';

/** Whether all schemas of the place take the value; looks at what decides between branches, and at its form. */
export function isAllowed(schemas: readonly Schema[], value: unknown): boolean {
  return schemas.every(
    (schema) =>
      (!schema.enum || schema.enum.includes(value)) &&
      (schema.const === undefined || schema.const === value) &&
      !(typeof value === 'string' && isOfOtherForm(schema, value)) &&
      !isDenied(schema, value),
  );
}

function isOfOtherForm({ minLength = 0, pattern }: Schema, value: string): boolean {
  return value.length < minLength || (pattern !== undefined && !new RegExp(pattern, 'u').test(value));
}

/** A mere hint denies a value only where a better one is known. */
function isDenied({ not, code, severity, mistaken = {} }: Schema, value: unknown): boolean {
  if (!not || !(not.const === value || not.enum?.includes(value))) return false;
  const isHint = (severity ?? (code && rules[code as FindingCode]?.severity)) === 'hint';
  return !isHint || Object.hasOwn(mistaken, String(value));
}
