// The syntax tree of a JSON text, as far as the text can be read.

interface Node {
  /** Where it begins, in UTF-16 code units. */
  readonly offset: number;
  readonly length: number;
  /** What it is in; the root has none. */
  readonly parent: ObjectNode | ArrayNode | PropertyNode | undefined;
}

export interface ObjectNode extends Node {
  readonly type: 'object';
  /** In the order of the text, those of the same key too. */
  readonly properties: readonly PropertyNode[];
  /** By key; of those with the same key the last, whose value it is that counts. */
  readonly byKey: ReadonlyMap<string, PropertyNode>;
}

export interface PropertyNode extends Node {
  readonly type: 'property';
  readonly parent: ObjectNode;
  readonly keyNode: StringNode;
  /** Absent where none is written yet. */
  readonly valueNode?: ValueNode;
}

export interface ArrayNode extends Node {
  readonly type: 'array';
  readonly items: readonly ValueNode[];
}

/** A string, or what stands in the place of a key without quotation marks. */
export interface StringNode extends Node {
  readonly type: 'string';
  readonly value: string;
}

export interface LiteralNode extends Node {
  readonly type: 'number' | 'boolean' | 'null';
  readonly value: number | boolean | null;
}

export type ValueNode = ObjectNode | ArrayNode | StringNode | LiteralNode;

export type JsonNode = ValueNode | PropertyNode;

/** The nodes directly in this one. */
export function childrenOf(node: JsonNode): readonly JsonNode[] {
  switch (node.type) {
    case 'object':
      return node.properties;
    case 'array':
      return node.items;
    case 'property':
      return node.valueNode ? [node.keyNode, node.valueNode] : [node.keyNode];
    default:
      return [];
  }
}

/** Where the node ends. */
export function endOf({ offset, length }: Pick<JsonNode, 'offset' | 'length'>): number {
  return offset + length;
}

/** The innermost node that `offset` is in; right behind a node, only if `endCounts`. */
export function nodeAtOffset(root: JsonNode, offset: number, endCounts = false): JsonNode | undefined {
  const end = endOf(root);
  if (offset < root.offset || offset > end || (offset === end && !endCounts)) return undefined;
  for (const child of childrenOf(root)) {
    const found = nodeAtOffset(child, offset, endCounts);
    if (found) return found;
  }
  return root;
}

/** The JSON value of the tree; its objects have no prototype. */
export function toValue(node: ValueNode | undefined): unknown {
  switch (node?.type) {
    case 'object': {
      const value = Object.create(null);
      for (const { keyNode, valueNode } of node.properties) if (valueNode) value[keyNode.value] = toValue(valueNode);
      return value;
    }
    case 'array':
      return node.items.map(toValue);
    default:
      return node?.value;
  }
}
