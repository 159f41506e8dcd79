// Places in a JSON value: paths, JSON Pointers (RFC 6901) and the syntax nodes they lead to.
import { findNodeAtLocation } from 'jsonc-parser';
import type { ASTNode } from 'vscode-json-languageservice';

export type JsonPath = readonly (string | number)[];

/** `['a', 'b/c']` as `/a/b~1c`; the root as the empty string. */
export function toPointer(path: JsonPath): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The keys of a JSON Pointer, all as strings. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The path in the terms of the tree below `root`: array positions become numbers. */
export function pathInTree(root: ASTNode, keys: readonly string[]): JsonPath {
  const path: (string | number)[] = [];
  for (const key of keys) {
    path.push(nodeAt(root, path)?.type === 'array' ? Number(key) : key);
  }
  return path;
}

/** The value node at `path`, or undefined where the tree has none. */
export function nodeAt(root: ASTNode, path: JsonPath): ASTNode | undefined {
  // Both parsers build the same tree shape; only the declared types differ.
  return findNodeAtLocation(root as Parameters<typeof findNodeAtLocation>[0], [...path]) as ASTNode | undefined;
}

/** The key node of the property at `path`, or undefined for an array item, the root or a missing property. */
export function keyNodeAt(root: ASTNode, path: JsonPath): ASTNode | undefined {
  const parent = nodeAt(root, path)?.parent;
  return parent?.type === 'property' ? parent.keyNode : undefined;
}
