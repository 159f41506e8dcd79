// Where in the text something stands, and a finding is drawn.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { fromPointer } from '../../jsonPointer.ts';
import type { StreamConnDocument } from './document.ts';
import { type JsonPath, keyNodeAt, nodeAt } from './jsonPath.ts';
import type { ValueNode } from './node.ts';

/** The range that starts at `offset` and is `length` long, both in UTF-16 code units. */
export function rangeOf(text: TextDocument, offset: number, length: number): Range {
  return { start: text.positionAt(offset), end: text.positionAt(offset + length) };
}

/** The value at `path`. */
export function valueRange(text: TextDocument, root: ValueNode, path: JsonPath): Range {
  const node = nodeAt(root, path) ?? root;
  return rangeOf(text, node.offset, node.length);
}

/** The key of the property at `path`; the value where there is no key. */
export function keyRange(text: TextDocument, root: ValueNode, path: JsonPath): Range {
  const key = keyNodeAt(root, path);
  return key ? rangeOf(text, key.offset, key.length) : valueRange(text, root, path);
}

/**
 * Where to say that the object at `path` lacks something: on its key, not on all of it. The root has no key: there,
 * on the value of `type`, which is what asks for the property, or else on the opening brace.
 */
export function ownerRange(text: TextDocument, root: ValueNode, path: JsonPath): Range {
  const key = keyNodeAt(root, path) ?? (path.length === 0 ? nodeAt(root, ['type']) : undefined);
  const node = nodeAt(root, path) ?? root;
  return key ? rangeOf(text, key.offset, key.length) : rangeOf(text, node.offset, Math.min(1, node.length));
}

/** A part of the string at `path`, given in the string's own UTF-16 code units; escapes count for what they stand for. */
export function partRange(
  text: TextDocument,
  root: ValueNode,
  path: JsonPath,
  part: { readonly start: number; readonly length: number },
): Range {
  const node = nodeAt(root, path);
  if (node?.type !== 'string') return valueRange(text, root, path);
  const written = text.getText(rangeOf(text, node.offset, node.length));
  const start = writtenOffset(written, part.start);
  return rangeOf(text, node.offset + start, writtenOffset(written, part.start + part.length) - start);
}

/** The range of the string at a JSON Pointer, with its quotation marks; undefined where there is no string. */
export function locateString({ text, root }: StreamConnDocument, pointer: string): Range | undefined {
  const node = root && nodeAt(root, fromPointer(pointer));
  return node?.type === 'string' ? rangeOf(text, node.offset, node.length) : undefined;
}

/** Where the code unit at `index` of a string stands in its JSON form, which begins with a quote. */
function writtenOffset(written: string, index: number): number {
  let offset = 1;
  for (let unit = 0; unit < index && offset < written.length - 1; unit++) {
    const isEscape = written[offset] === '\\';
    offset += isEscape ? (written[offset + 1] === 'u' ? 6 : 2) : 1;
  }
  return Math.min(offset, written.length);
}

/** Whether the ranges overlap or meet. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
