// What can be folded: objects, arrays and block comments of several lines.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { StreamConnDocument } from '../json/document.ts';
import { childrenOf, endOf, type JsonNode } from '../json/node.ts';

/** More would only slow the editor down. */
const ceiling = 5000;

/** Lines from 0; at most `atMost` of them, the outermost first. Of an object, the line of its closing brace stays. */
export function findFoldingRanges({ text, root, problems }: StreamConnDocument, atMost = ceiling): FoldingRange[] {
  const lineOf = (offset: number) => text.positionAt(offset).line;
  const comments = problems.flatMap(({ kind, offset, length }): FoldingRange[] => {
    const [startLine, endLine] = [lineOf(offset), lineOf(offset + length)];
    return kind === 'comment' && endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Comment }] : [];
  });
  const nodes = root ? outermostFirst(root) : [];
  const blocks = nodes.flatMap((node): FoldingRange[] => {
    if (node.type !== 'object' && node.type !== 'array') return [];
    const [startLine, endLine] = [lineOf(node.offset), lineOf(endOf(node)) - 1];
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
  // Two that begin on one line could not be told apart; the outer one is folded.
  const byLine = new Map([...comments, ...blocks].toReversed().map((range) => [range.startLine, range]));
  return [...byLine.values()].toReversed().slice(0, Math.min(atMost, ceiling));
}

function outermostFirst(root: JsonNode): readonly JsonNode[] {
  const nodes = [root];
  for (const node of nodes) for (const child of childrenOf(node)) nodes.push(child);
  return nodes;
}
