// Finds pieces of secrets: an answer may cut a value short at either end.
import { createFinder, type Finder, type Span } from './finder.ts';

/** What a shorter piece has in common with a secret may be chance. */
export const pieceAtLeast = 8;

/** Words that a secret has in common with a text by chance are shorter. */
const wordsAtMost = 15;

/** A function that tells where a text has pieces of the secrets that are no ordinary words. */
export function createPieceFinder(secrets: readonly string[]): Finder {
  const begins = beginsOf(secrets);
  const find = createFinder([...begins.keys()].map((text) => ({ text })));
  return (text) => {
    const found: Span[] = [];
    // Up to where a piece of the secret has been found; without this, one that repeats itself would be compared at each character.
    const done = new Map<string, number>();
    for (const { start } of find(text)) {
      for (const { secret, at } of begins.get(text.slice(start, start + pieceAtLeast)) ?? []) {
        if (start < (done.get(secret) ?? 0)) continue;
        const end = endOfPiece(secret, at, text, start);
        if (!tells({ secret, at, text, start, end })) continue;
        done.set(secret, end);
        found.push({ start, end });
      }
    }
    return found;
  };
}

interface Begin {
  readonly secret: string;
  readonly at: number;
}

/** Where a piece can begin, by its first characters; once for each secret. */
function beginsOf(secrets: readonly string[]): ReadonlyMap<string, readonly Begin[]> {
  const begins = new Map<string, Begin[]>();
  for (const secret of new Set(secrets)) {
    for (let at = 0; at + pieceAtLeast <= secret.length; at++) {
      const text = secret.slice(at, at + pieceAtLeast);
      const known = begins.get(text);
      if (!known) begins.set(text, [{ secret, at }]);
      else if (known.at(-1)?.secret !== secret) known.push({ secret, at });
    }
  }
  return begins;
}

function endOfPiece(secret: string, at: number, text: string, start: number): number {
  let length = pieceAtLeast;
  while (at + length < secret.length && text[start + length] === secret[at + length]) length++;
  return start + length;
}

interface Piece extends Span, Begin {
  readonly text: string;
}

/** Not by chance: too odd or too long for words, or cut inside a word, or beside what stands for the rest. */
function tells({ text, start, end, secret, at }: Piece): boolean {
  if (end - start > wordsAtMost || !isWords(text.slice(start, end))) return true;
  const [before = '', after = ''] = [text[start - 1], text[end]];
  if (cutMark.test(before) || cutMark.test(after)) return true;
  const until = at + end - start;
  return isCut(secret.slice(until - 1, until + 1), after) || isCut(secret.slice(Math.max(0, at - 1), at + 1), before);
}

/** Words in lower case, in capitals or with one capital; “https://” is one, too. */
function isWords(piece: string): boolean {
  return piece.split(/[\s\-_.,:;/@]+/).every((word) => /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u.test(word));
}

const cutMark = /[.…*•[\]<>]/;

/** Whether a word of the secret ends there in the text, though not in the secret. */
function isCut(bothSides: string, beside: string): boolean {
  return /^(?:\p{Ll}\p{Ll}|\p{Lu}\p{Lu})$/u.test(bothSides) && !/\p{L}/u.test(beside);
}
