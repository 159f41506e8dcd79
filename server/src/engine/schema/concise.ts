// Says by other keywords what a schema says, of which ajv makes less code.
import { mapSchema, type SchemaNode } from './schemaNode.ts';

type Properties = Readonly<Record<string, unknown>>;

/** The same verdict on every value, as a part of the schema of a whole file. */
export function concise({ if: condition, ...schema }: SchemaNode): SchemaNode {
  const { additionalProperties, properties = {}, ...others } = schema;
  return {
    // Besides a schema for all others, which ones there are counts.
    ...(additionalProperties ? schema : { ...others, ...grouped(properties as Properties, additionalProperties) }),
    ...(condition ? { if: mapSchema(condition as SchemaNode, ofAnyType) } : {}),
  };
}

/** What is no object, though it should be, is invalid by that, whatever a condition says of it. */
function ofAnyType({ type, ...schema }: SchemaNode): SchemaNode {
  return type === 'object' || type === undefined ? schema : { type, ...schema };
}

/** One pattern for all properties of which the same is said, and for those that there may not be. */
function grouped(properties: Properties, additionalProperties: unknown): SchemaNode {
  const groups = new Map<string, string[]>();
  for (const [name, said] of Object.entries(properties)) {
    const key = JSON.stringify(said);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  groups.delete('{}');
  const alone: Record<string, unknown> = {};
  const patterns: Record<string, unknown> = {};
  for (const [said, [name = '', ...others]] of groups) {
    if (others.length === 0) alone[name] = JSON.parse(said);
    else patterns[`^(${oneOf([name, ...others])})$`] = JSON.parse(said);
  }
  if (additionalProperties === false) patterns[`^(?!(${oneOf(Object.keys(properties))})$)`] = false;
  return {
    ...(Object.keys(alone).length === 0 ? {} : { properties: alone }),
    ...(Object.keys(patterns).length === 0 ? {} : { patternProperties: patterns }),
  };
}

function oneOf(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[.$]/g, '\\$&')).join('|');
}
