// What a fix changes in the text; nothing where it does not fit the text as it is.

import type { Found } from '../findings/finding.ts';
import type { Fix } from '../findings/fix.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { type JsonPath, nodeAt } from '../json/jsonPath.ts';
import { endOf, type JsonNode, nodeAtOffset, type ObjectNode, type ValueNode } from '../json/node.ts';
import { commentsIn, sparingComments } from './comments.ts';
import { erase } from './erase.ts';
import { type Change, indented, insertMembers, lineIndent, memberOf, removeMembers, sameKey } from './members.ts';

/** A fix that needs nothing but the text; `add` needs the schemas too (additions.ts), `command` a client. */
export type TextFix = Exclude<Fix, { kind: 'command' } | { kind: 'add' }>;

/** Whether the fix needs no syntax tree, so that it can be done where the text is not JSON. */
export function isTextual(fix: Fix): fix is Extract<Fix, { kind: 'erase' | 'rewrite' }> {
  return fix.kind === 'erase' || fix.kind === 'rewrite';
}

/** The changes of one fix, none of which overlap; undefined where it cannot be done. */
export function changesOf(document: StreamConnDocument, finding: Found, fix: TextFix): Change[] | undefined {
  const source = document.text.getText();
  const path = fix.path ?? finding.path;
  if (isTextual(fix)) {
    const start = document.text.offsetAt(finding.range.start);
    const length = document.text.offsetAt(finding.range.end) - start;
    return [fix.kind === 'erase' ? erase(source, start, length) : { offset: start, length, content: fix.text }];
  }
  if (fix.kind === 'drop') {
    const key = document.root && nodeAtOffset(document.root, document.text.offsetAt(finding.range.start));
    return key?.parent?.type === 'property' ? removed(source, [key.parent]) : undefined;
  }
  const node = document.root && nodeAt(document.root, path);
  if (!node) return undefined;
  switch (fix.kind) {
    case 'replace':
      return replaced(source, node, fix.value);
    case 'rename':
      return renamed(node, fix.to);
    case 'remove':
      return removed(source, membersToRemove(node));
    case 'move':
      return moved(source, node, fix.to);
  }
}

/** What goes when the value does: a property with all of its namesakes, else the first one would begin to count. */
export function membersToRemove(node: JsonNode): readonly JsonNode[] {
  const member = memberOf(node);
  return member.type === 'property' ? sameKey(member) : [member];
}

function removed(source: string, members: readonly JsonNode[]): Change[] {
  return sparingComments(source, removeMembers(members), members);
}

/** Not where a comment in the value would go with it. */
function replaced(source: string, node: JsonNode, value: unknown): Change[] | undefined {
  if (commentsIn(source, { start: node.offset, end: endOf(node) }).length > 0) return undefined;
  return [{ offset: node.offset, length: node.length, content: JSON.stringify(value) }];
}

function renamed(node: JsonNode, to: string): Change[] | undefined {
  const property = memberOf(node);
  if (property.type !== 'property' || sameKey(property).length > 1 || siblingCalled(property, to)) return undefined;
  const { offset, length } = property.keyNode;
  return [{ offset, length, content: JSON.stringify(to) }];
}

function siblingCalled({ parent }: JsonNode, key: string): boolean {
  return parent?.type === 'object' && parent.properties.some(({ keyNode }) => keyNode.value === key);
}

function moved(source: string, node: ValueNode, to: JsonPath): Change[] | undefined {
  const member = memberOf(node);
  const root = rootOf(node);
  const depth = existingDepth(root, to);
  const owner = nodeAt(root, to.slice(0, depth));
  if (member.type !== 'property' || owner?.type !== 'object' || depth === to.length || isInside(owner, member)) {
    return undefined;
  }
  // What stands between the key and its value has no place at the new one.
  if (commentsIn(source, { start: endOf(member.keyNode), end: node.offset }).length > 0) return undefined;
  const keys = to.slice(depth);
  const write = (lineBreak: string | undefined) => nested(source, member, keys, lineBreak);
  if (owner === member.parent) return [{ offset: member.offset, length: member.length, content: write(undefined) }];
  const inserted = insertMembers(source, owner, (layout) => [write(layout?.lineBreak)]);
  return [...removed(source, [member]), atLine(source, inserted)];
}

/** The text of a member, all of whose lines begin at the margin, with the indentation of the line it goes to. */
export function atLine(source: string, change: Change): Change {
  const lineBreak = /\r?\n/.exec(change.content)?.[0];
  if (!lineBreak) return change;
  return { ...change, content: indented(change.content, lineBreak, lineIndent(source, change.offset)) };
}

/** The value's own text below the keys: its spelling, and the comments in it, stay. */
function nested(source: string, member: JsonNode, keys: JsonPath, lineBreak: string | undefined): string {
  const value = member.type === 'property' ? member.valueNode : undefined;
  const written = value ? source.slice(value.offset, endOf(value)) : 'null';
  const own =
    lineBreak === undefined ? written : written.replaceAll(lineBreak + lineIndent(source, member.offset), lineBreak);
  return keys.reduceRight<string>((text, key, index) => {
    const property = `${JSON.stringify(key)}: ${text}`;
    return index === 0 ? property : `{ ${property} }`;
  }, own);
}

/** How many keys of the path the tree has. */
function existingDepth(root: ValueNode, path: JsonPath): number {
  let depth = 0;
  while (depth < path.length && nodeAt(root, path.slice(0, depth + 1))) depth++;
  return depth;
}

function rootOf(node: ValueNode): ValueNode {
  const { parent } = node;
  return parent ? rootOf(parent.type === 'property' ? parent.parent : parent) : node;
}

function isInside(inner: ObjectNode, outer: JsonNode): boolean {
  return inner.offset >= outer.offset && endOf(inner) <= endOf(outer);
}
