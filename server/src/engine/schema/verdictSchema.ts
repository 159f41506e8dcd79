// The composed schema as the validator wants it: what only people read is left out, and only yes or no comes of it.
import type { CodeKeywordDefinition } from 'ajv';
import { fromPointer } from '../../jsonPointer.ts';
import { concise } from './concise.ts';
import { mapSchema, mapValues, type SchemaNode } from './schemaNode.ts';

/** Keywords that judge values or lead to what does; all others are for people, or for the engine's own checks. */
const judging: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'const', 'not', 'pattern', 'minLength', 'required', 'minItems', 'maxItems', 'uniqueItems'],
  ...['properties', 'additionalProperties', 'items', 'allOf', 'if', 'then', '$ref'],
]);

/** Judges by the schema that it holds, without an account of what is wrong: less than half of the code. */
const quietly: CodeKeywordDefinition = {
  keyword: 'quietly',
  schemaType: 'object',
  code: (context) => context.subschema({ keyword: 'quietly', createErrors: false }, context.gen.name('valid')),
};

/** What ajv compiles it with: one function for each `$ref`, and an end at the first fault. */
export const verdictOptions = { strict: false, inlineRefs: false, messages: false, keywords: [quietly] };

/** A schema that is shorter than this takes less code than the call of a function. */
const shortest = 100;

/** The same verdict on every value, with a `$ref` only to what is long and referred to more than once. */
export function toVerdictSchema(root: SchemaNode): SchemaNode {
  const references = [...JSON.stringify(root).matchAll(/"\$ref":"(.+?)"/g)].map(([, $ref = '']) => $ref);
  const repeated = references.filter(($ref, index) => references.indexOf($ref) < index);
  const target = ($ref: unknown) => judged(referredTo(root, String($ref)));
  const shared = [...new Set(repeated)].filter(($ref) => JSON.stringify(target($ref)).length >= shortest);
  const inPlace = ({ $ref, ...own }: SchemaNode): SchemaNode => {
    if ($ref === undefined) return own;
    const index = shared.indexOf(String($ref));
    if (index >= 0) return { ...own, $ref: `#/$defs/${index}` };
    return inPlace(Object.keys(own).length === 0 ? target($ref) : { ...own, allOf: [target($ref), ...partsOf(own)] });
  };
  const quiet = (schema: SchemaNode) => ({ quietly: mapSchema(schema, inPlace) });
  return { ...quiet(judged(root)), $defs: mapValues({ ...shared }, ($ref) => quiet(target($ref))) };
}

function referredTo(root: SchemaNode, $ref: string): SchemaNode {
  return fromPointer($ref.slice(1)).reduce((node, key) => node[key] as SchemaNode, root);
}

function partsOf({ allOf = [] }: SchemaNode): readonly SchemaNode[] {
  return allOf as readonly SchemaNode[];
}

function judged(schema: SchemaNode): SchemaNode {
  const kept = Object.entries(schema).filter(([keyword]) => judging.has(keyword));
  return concise(Object.fromEntries(kept.map(([keyword, value]) => [keyword, judgedValue(keyword, value)])));
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
