// Places in a JSON value: paths, and the syntax nodes they lead to.
import { isObject } from './document.ts';
import type { JsonNode, StringNode, ValueNode } from './node.ts';

export type JsonPath = readonly (string | number)[];

/** The value node at `path`, or undefined where the tree has none. */
export function nodeAt(root: ValueNode, path: JsonPath): ValueNode | undefined {
  let node: ValueNode | undefined = root;
  for (const key of path) node = node && childOf(node, key);
  return node;
}

/** The key node of the property at `path`, or undefined for an array item, the root or a missing property. */
export function keyNodeAt(root: ValueNode, path: JsonPath): StringNode | undefined {
  const parent = nodeAt(root, path)?.parent;
  return parent?.type === 'property' ? parent.keyNode : undefined;
}

function childOf(node: ValueNode, key: string | number): ValueNode | undefined {
  if (node.type === 'array') return node.items[Number(key)];
  return node.type === 'object' ? node.byKey.get(String(key))?.valueNode : undefined;
}

/** The path of a node: of a key that of its property, in an array by position. */
export function pathOf(node: JsonNode): JsonPath {
  const { parent } = node;
  if (!parent) return [];
  switch (parent.type) {
    case 'object':
      return node.type === 'property' ? [...pathOf(parent), node.keyNode.value] : pathOf(parent);
    case 'array':
      return [...pathOf(parent), parent.items.indexOf(node as ValueNode)];
    case 'property':
      return pathOf(parent);
  }
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isObject(inner) && Object.hasOwn(inner, key) ? inner[String(key)] : undefined;
  }, value);
}
