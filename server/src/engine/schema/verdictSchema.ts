// The composed schema as the validator wants it: what only people read is left out, and only yes or no comes of it.
import { mapValues, type SchemaNode } from './schemaNode.ts';

/** Keywords that judge values or lead to what does; all others are for people, or for the engine's own checks. */
const judging: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'const', 'not', 'pattern', 'minLength', 'required', 'minItems', 'maxItems', 'uniqueItems'],
  ...['properties', 'additionalProperties', 'items', 'allOf', 'if', 'then', '$ref', '$defs'],
]);

/** What ajv compiles it with: one function for each `$ref`, and an end at the first fault. */
export const verdictOptions = { strict: false, inlineRefs: false } as const;

/** The same verdict on every value. ajv makes no errors, and less than two thirds of the code, of what is the condition of an `if`. */
export function toVerdictSchema({ $defs = {}, ...schema }: SchemaNode): SchemaNode {
  return { if: judged(schema), else: false, $defs: mapValues($defs as Record<string, SchemaNode>, toVerdictSchema) };
}

function judged(schema: SchemaNode): SchemaNode {
  const kept = Object.entries(schema).filter(([keyword]) => judging.has(keyword));
  return closed(Object.fromEntries(kept.map(([keyword, value]) => [keyword, judgedValue(keyword, value)])));
}

function judgedValue(keyword: string, value: unknown): unknown {
  // Some properties have the name of a keyword.
  if (keyword === 'properties') return mapValues(value as Record<string, SchemaNode>, judgedSchema);
  if (keyword === 'allOf') return (value as SchemaNode[]).map(judged);
  return ['enum', 'required'].includes(keyword) ? value : judgedSchema(value);
}

function judgedSchema(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? judged(value as SchemaNode) : value;
}

/** A list of names becomes code; `additionalProperties: false` would keep the whole schema for it. */
function closed({ additionalProperties, ...schema }: SchemaNode): SchemaNode {
  if (additionalProperties === undefined) return schema;
  if (additionalProperties !== false) return { ...schema, additionalProperties };
  return { ...schema, propertyNames: { enum: Object.keys((schema.properties ?? {}) as object) } };
}
