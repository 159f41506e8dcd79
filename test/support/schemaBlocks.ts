// The schemas inside the composed one, each with where it stands, and the keywords by which they judge values.
import { rootSchema } from '../../server/src/engine/schema/connectionTypes.ts';
import type { SchemaNode } from '../../server/src/engine/schema/schemaNode.ts';
import { fromPointer } from '../../server/src/jsonPointer.ts';

export interface SchemaAt {
  readonly schema: SchemaNode;
  /** JSON Pointer from the root of the composed schema. */
  readonly at: string;
}

/** Every schema of the composed one but those of conditions, which judge nothing. */
export const allSchemas: readonly SchemaAt[] = [...schemasIn(rootSchema, '')];

const judging = [
  ...['type', 'enum', 'const', 'not', 'pattern', 'minLength', 'required'],
  ...['minItems', 'maxItems', 'uniqueItems', 'additionalProperties'],
];

/** The branch of an `if` is asked only of objects, so that its `type` is never broken. */
const branches = new Set(
  allSchemas.flatMap(({ schema: { then } }) => (isSchema(then) ? [then, pointed(then.$ref)] : [])),
);

/** The keywords of the schema itself that a value can break. */
export function judgingKeywords(schema: SchemaNode): string[] {
  return judging.filter((keyword) => {
    if (keyword === 'type' && branches.has(schema)) return false;
    return keyword === 'additionalProperties' ? schema[keyword] === false : keyword in schema;
  });
}

/** What a `$ref` of the composed schema points to. */
export function pointed($ref: unknown): SchemaNode | undefined {
  if (typeof $ref !== 'string') return undefined;
  return fromPointer($ref.slice(1)).reduce((node, key) => node[key] as SchemaNode, rootSchema);
}

function* schemasIn(schema: SchemaNode, at: string): Generator<SchemaAt> {
  yield { schema, at };
  for (const keyword of ['properties', '$defs', 'allOf']) {
    for (const [name, inner] of Object.entries((schema[keyword] ?? {}) as SchemaNode)) {
      if (isSchema(inner)) yield* schemasIn(inner, `${at}/${keyword}/${name}`);
    }
  }
  for (const keyword of ['items', 'additionalProperties', 'then']) {
    const inner = schema[keyword];
    if (isSchema(inner)) yield* schemasIn(inner, `${at}/${keyword}`);
  }
}

function isSchema(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null;
}
