// A schema as plain data, and changes of it that leave the old one as it is.

/** A JSON Schema of which only some keywords are looked at. */
export type SchemaNode = { readonly [keyword: string]: unknown };

/** Applies `change` to a schema and to every schema in it. */
export function mapSchema(schema: SchemaNode, change: (node: SchemaNode) => SchemaNode): SchemaNode {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    return typeof value === 'object' && value !== null ? mapSchema(value as SchemaNode, change) : value;
  };
  return mapValues(change(schema), inside);
}

/** The object with each of its values changed. */
export function mapValues<V, R>(
  values: Readonly<Record<string, V>>,
  change: (value: V, key: string) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
}
