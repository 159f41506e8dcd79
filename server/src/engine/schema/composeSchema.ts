// Composes the schema files into one schema without references to the outside.
import { mapSchema, mapValues, type SchemaNode } from './schemaNode.ts';
import { withUndecided } from './undecided.ts';

type Files = Readonly<Record<string, SchemaNode>>;

const generalPage = 'https://www.mongodb.com/docs/atlas/atlas-stream-processing/manage-connection-registry/';

/**
 * One root: `type` chooses among `connections`, whose files, like the `shared` ones, become `$defs`. The properties and
 * rules of `shared.common` belong to the root; each connection is closed over its own and these.
 */
export function composeSchema(connections: Files, shared: Files & { readonly common: SchemaNode }): SchemaNode {
  const { properties, ...common } = inlined('common', shared.common);
  const commonProperties = mapValues(properties as Files, (property) => ({ documentation: generalPage, ...property }));
  const names = Object.keys(connections);
  const type = {
    ...commonProperties.type,
    enum: names,
    enumDescriptions: names.map((name) => connections[name]?.description),
  };
  const close = (schema: SchemaNode) => ({
    ...schema,
    properties: { ...mapValues(commonProperties, nameOnly), ...(schema.properties as Files) },
  });
  return {
    title: 'stream connection',
    type: 'object',
    properties: { ...commonProperties, type },
    required: ['type'],
    mistaken: common.mistaken,
    allOf: [
      ...((common.allOf ?? []) as SchemaNode[]),
      ...names.map((name) => ({ if: isType(name), then: { $ref: `#/$defs/${name}` } })),
    ],
    $defs: {
      ...mapValues(connections, (schema, name) => close(inlined(name, schema))),
      ...mapValues(shared, (schema, name) => inlined(name, schema)),
      common,
    },
  };
}

/** Lets a closed object have the property, which the root describes. */
function nameOnly({ doNotSuggest }: SchemaNode): SchemaNode {
  return doNotSuggest ? { doNotSuggest } : {};
}

function isType(name: string): SchemaNode {
  return { type: 'object', properties: { type: { const: name } }, required: ['type'] };
}

/** The schema file `name` with its references pointing into the composed root. */
function inlined(name: string, schema: SchemaNode): SchemaNode {
  return mapSchema(withUndecided(schema), (node) =>
    typeof node.$ref === 'string' ? { ...node, $ref: toLocal(node.$ref, name) } : node,
  );
}

function toLocal($ref: string, file: string): string {
  const [path = '', fragment = ''] = $ref.split('#');
  const name = path === '' ? file : path.replace(/^.*\/|\.json$/g, '').replace(/\.json$/, '');
  return `#/$defs/${name}${fragment}`;
}
