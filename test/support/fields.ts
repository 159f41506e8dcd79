// The fields of the composed schema, as dotted paths with everything that is said of each.

import { rootSchema } from '../../server/src/engine/schema/connectionTypes.ts';
import { resolveReference } from '../../server/src/engine/schema/schemaLookup.ts';
import type { SchemaNode } from '../../server/src/engine/schema/schemaNode.ts';

/** All that is said of each field of a connection type, whichever branch says it; `*` stands for any key or position. */
export function fieldsOf(type: string): ReadonlyMap<string, readonly SchemaNode[]> {
  const fields = new Map<string, SchemaNode[]>();
  const field = (schema: unknown, path: string) => {
    if (!isSchema(schema)) return;
    const said = resolve(schema);
    if (!isNameOnly(said)) fields.set(path, [...(fields.get(path) ?? []), said]);
    inside(said, `${path}.`);
  };
  const inside = ({ properties, additionalProperties, items, allOf = [], then }: SchemaNode, prefix: string) => {
    for (const [name, property] of Object.entries(properties ?? {})) field(property, prefix + name);
    for (const any of [additionalProperties, items]) field(any, `${prefix}*`);
    for (const part of [...(allOf as unknown[]), then].filter(isSchema)) inside(resolve(part), prefix);
  };
  inside({ properties: rootSchema.properties }, '');
  inside(resolveReference(`#/$defs/${type}`) as SchemaNode, '');
  return fields;
}

/** Whether a property's schema only lets it be there, or adds a check, because another place describes it. */
export function isNameOnly(schema: SchemaNode): boolean {
  return Object.keys(schema).every((keyword) => ['doNotSuggest', 'format', 'valuesInAtlas'].includes(keyword));
}

export function isSchema(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resolve({ $ref, ...own }: SchemaNode): SchemaNode {
  return { ...(typeof $ref === 'string' ? resolveReference($ref) : {}), ...own };
}
