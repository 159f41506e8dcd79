// What Atlas refused, as findings of the file as it is now.

import type { Range } from 'vscode-languageserver-types';
import type { Found } from '../../findings/finding.ts';
import { isObject, type StreamConnDocument } from '../../json/document.ts';
import { type JsonPath, nodeAt, valueAt } from '../../json/jsonPath.ts';
import type { ValueNode } from '../../json/node.ts';
import { keyRange, ownerRange, rangeOf, valueRange } from '../../json/ranges.ts';
import { sendable } from '../requestBody.ts';
import type { Complaint } from './readRefusal.ts';
import { isSameValue } from './sameValue.ts';
import { fixesFor } from './ways.ts';

/** Said by Atlas, not by a rule: its code is any that Atlas has. */
export interface RefusedFinding extends Found {
  readonly source: 'Atlas';
  readonly code: string | number;
}

/** A finding for each complaint whose place still has the value that Atlas refused. */
export function findRefused(document: StreamConnDocument, complaints: readonly Complaint[] = []): RefusedFinding[] {
  const { root, value: whole } = document;
  if (!root || complaints.length === 0) return [];
  const sent = isObject(whole) ? sendable(whole) : whole;
  return complaints
    .filter(({ path, value }) => isSameValue(valueAt(sent, path), value))
    .map((complaint) => {
      const { path, code, severity, message } = complaint;
      const range = rangeFor(document, root, path);
      return { source: 'Atlas', code, severity, path, range, message, fixes: fixesFor(complaint, sent) };
    });
}

/** A value, the key of an object, the key of the object that lacks something; of the file as a whole, the first line. */
function rangeFor({ text }: StreamConnDocument, root: ValueNode, path: JsonPath): Range {
  if (path.length === 0) {
    const { line } = text.positionAt(root.offset);
    const length = text
      .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
      .trimEnd().length;
    return rangeOf(text, root.offset, Math.max(1, length - text.positionAt(root.offset).character));
  }
  const node = nodeAt(root, path);
  if (node)
    return node.type === 'object' || node.type === 'array' ? keyRange(text, root, path) : valueRange(text, root, path);
  return ownerRange(text, root, nearestOwner(root, path.slice(0, -1)));
}

function nearestOwner(root: ValueNode, path: JsonPath): JsonPath {
  return nodeAt(root, path) ? path : nearestOwner(root, path.slice(0, -1));
}
