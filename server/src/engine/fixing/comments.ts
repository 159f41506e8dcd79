// Comments in what a change would take out: they stay.
import { endOf, type JsonNode } from '../json/node.ts';
import { scannerOf } from '../json/scan.ts';
import type { Change } from './members.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The comments of a stretch that begins and ends between two tokens of a JSON text. */
export function commentsIn(source: string, { start, end }: Stretch): Stretch[] {
  const comments: Stretch[] = [];
  const scanner = scannerOf(source.slice(start, end));
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const from = start + scanner.getTokenOffset();
    if (source[from] === '/') comments.push({ start: from, end: from + scanner.getTokenLength() });
  }
  return comments;
}

/** Deletions that leave all comments in their places, but for those inside of the nodes that are `named` to go. */
export function sparingComments(source: string, deletions: readonly Change[], named: readonly JsonNode[]): Change[] {
  const isNamed = ({ start, end }: Stretch) => named.some((node) => node.offset <= start && end <= endOf(node));
  return deletions.flatMap((deletion) => {
    const whole = { start: deletion.offset, end: deletion.offset + deletion.length };
    const comments = commentsIn(source, whole).filter((comment) => !isNamed(comment));
    return comments.length === 0 ? [deletion] : between(source, whole, comments);
  });
}

function between(source: string, whole: Stretch, comments: readonly Stretch[]): Change[] {
  const ends = [...comments.map(({ start }) => start), whole.end];
  return ends.flatMap((end, index) => {
    const before = comments[index - 1];
    const piece = { start: before?.end ?? whole.start, end };
    const text = source.slice(piece.start, piece.end);
    if (text.trim() === '') return [];
    const isLast = end === whole.end;
    const needsBreak =
      before && source[before.start + 1] === '/' && !(isLast && /^\r?\n/.test(source.slice(end, end + 2)));
    return [trimmed(piece, text, needsBreak ? 'line' : isLast ? 'nothing' : 'space')];
  });
}

/** Takes the piece out but for the space that sets the comment behind it apart, or the line break that ends the one before. */
function trimmed({ start, end }: Stretch, text: string, kept: 'line' | 'space' | 'nothing'): Change {
  const spaceBefore = text.length - text.trimStart().length;
  const spaceBehind = text.length - text.trimEnd().length;
  const breaksBehind = text.slice(text.length - spaceBehind).includes('\n');
  const from = kept === 'line' && !breaksBehind ? start + spaceBefore : start;
  const to = kept === 'space' || (kept === 'line' && breaksBehind) ? end - spaceBehind : end;
  return { offset: from, length: to - from, content: '' };
}
