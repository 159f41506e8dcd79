// Takes a piece of text that does not count out of it: a comment, a comma too many.
import type { Change } from './members.ts';

/**
 * Takes the piece out: with its line if it has one to itself, else with the space that only set it apart. In JSON no two
 * values stand side by side, so that none run together.
 */
export function erase(source: string, offset: number, length: number): Change {
  const end = offset + length;
  const spaceBefore = skip(source, offset - 1, -1) + 1;
  const spaceBehind = skip(source, end, 1);
  const beginsLine = spaceBefore === 0 || source[spaceBefore - 1] === '\n';
  const lineBreak = /^\r?\n/.exec(source.slice(spaceBehind, spaceBehind + 2))?.[0];
  const endsLine = lineBreak !== undefined || spaceBehind === source.length;
  if (beginsLine && endsLine) return cut(spaceBefore, spaceBehind + (lineBreak?.length ?? 0));
  if (endsLine) return cut(spaceBefore, end);
  if (beginsLine || spaceBefore < offset) return cut(offset, spaceBehind);
  return cut(offset, end);
}

function cut(start: number, end: number): Change {
  return { offset: start, length: end - start, content: '' };
}

function skip(source: string, from: number, step: 1 | -1): number {
  let at = from;
  while (source[at] === ' ' || source[at] === '\t') at += step;
  return at;
}
