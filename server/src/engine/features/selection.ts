// What a selection grows to: the word, the value, the property, and so on outwards.
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { StreamConnDocument } from '../json/document.ts';
import { endOf, type JsonNode, nodeAtOffset } from '../json/node.ts';
import { rangeOf } from '../json/ranges.ts';
import { endOfComma } from '../json/scan.ts';

/** One for each position, the innermost range with those around it. */
export function findSelectionRanges(document: StreamConnDocument, positions: readonly Position[]): SelectionRange[] {
  const { text, root } = document;
  const source = text.getText();
  return positions.map((position) => {
    const offset = text.offsetAt(position);
    const spans: Span[] = [];
    for (let node = root && nodeAtOffset(root, offset, true); node; node = node.parent) {
      spans.push(...spansOf(node, offset, source));
    }
    const whole = spans.reduceRight<SelectionRange | undefined>(
      (parent, [start, end]) => ({ range: rangeOf(text, start, end - start), ...(parent ? { parent } : {}) }),
      undefined,
    );
    return whole ?? { range: { start: position, end: position } };
  });
}

type Span = readonly [start: number, end: number];

/** From the innermost on: without its quotes or brackets, with them, and with the comma behind it. */
function spansOf(node: JsonNode, offset: number, source: string): readonly Span[] {
  const { type, parent } = node;
  const [start, end] = [node.offset, endOf(node)];
  const hasEdges = type === 'string' || type === 'object' || type === 'array';
  const isInside = hasEdges && start + 1 < end - 1 && offset > start && offset < end;
  const isMember = type === 'property' || parent?.type === 'array';
  const behindComma = isMember ? endOfComma(source, end) : undefined;
  return [
    ...(isInside ? [[start + 1, end - 1] as const] : []),
    [start, end],
    ...(behindComma === undefined ? [] : [[start, behindComma] as const]),
  ];
}
