// Places in a JSON value: paths, and the syntax nodes they lead to.
import type { ASTNode, ObjectASTNode, PropertyASTNode } from 'vscode-json-languageservice';

export type JsonPath = readonly (string | number)[];

/** The value node at `path`, or undefined where the tree has none. */
export function nodeAt(root: ASTNode, path: JsonPath): ASTNode | undefined {
  let node: ASTNode | undefined = root;
  for (const key of path) node = node && childOf(node, key);
  return node;
}

/** The key node of the property at `path`, or undefined for an array item, the root or a missing property. */
export function keyNodeAt(root: ASTNode, path: JsonPath): ASTNode | undefined {
  const parent = nodeAt(root, path)?.parent;
  return parent?.type === 'property' ? parent.keyNode : undefined;
}

function childOf(node: ASTNode, key: string | number): ASTNode | undefined {
  if (node.type === 'array') return node.items[Number(key)];
  return node.type === 'object' ? propertiesOf(node).get(String(key))?.valueNode : undefined;
}

/** Without it, each of an object's findings would search all of its properties. */
const indexed = new WeakMap<ObjectASTNode, ReadonlyMap<string, PropertyASTNode>>();

/** Properties by key; of those with the same key the last, whose value it is that counts. */
function propertiesOf(node: ObjectASTNode): ReadonlyMap<string, PropertyASTNode> {
  const known = indexed.get(node);
  if (known) return known;
  const properties = new Map(node.properties.map((property) => [property.keyNode.value, property]));
  indexed.set(node, properties);
  return properties;
}
