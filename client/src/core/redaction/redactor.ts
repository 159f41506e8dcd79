// Keeps known secrets out of texts, in each form in which a text may hold them.
import { createFinder, type Finder, keyLength, type Needle, type Span } from './finder.ts';
import { mask } from './mask.ts';
import { bodyOf, needlesOf, unwrappedNeedlesOf, withoutSpaces } from './needles.ts';
import { createPieceFinder } from './pieces.ts';
import { type View, viewsOf, withoutSpace } from './views.ts';

export type Redactor = (text: string) => string;

/** A masked text can be masked further only where a secret has the mask in it. */
const roundsAtMost = 10;

/**
 * A function that masks every one of `secrets` in a text: raw, escaped as in JSON, a URL or HTML, twice over too, and in
 * base64; and pieces of eight characters or more, however they are wrapped, unless they are ordinary words. Secrets of fewer than four
 * characters are left: they would be found in every text, and tell nothing.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const known = [...new Set(secrets)].filter((secret) => secret.trim().length >= keyLength);
  if (known.length === 0) return (text) => text;
  const bodies = known.map(bodyOf);
  const find = [createPair(known.flatMap(needlesOf), ' '), createPiecePair(bodies, ' ')];
  const findUnwrapped = [
    createPair(known.flatMap(unwrappedNeedlesOf), ''),
    createPiecePair(bodies.map(withoutSpaces), ''),
  ];
  const findAll = (text: string) =>
    viewsOf(text).flatMap((view) => {
      const unwrapped = withoutSpace(view) ?? view;
      return [...spansIn(view, find), ...spansIn(unwrapped, findUnwrapped)];
    });
  return (text) => {
    let masked = text;
    for (let round = 0; round < roundsAtMost; round++) {
      const spans = findAll(masked);
      if (spans.length === 0) break;
      masked = maskSpans(masked, spans);
    }
    return masked;
  };
}

interface Pair {
  readonly plain: Finder;
  readonly plusIsSpace: Finder;
}

/** `plusAs` is what has become of a `+` in a text where it was read as a space. */
function createPair(needles: readonly Needle[], plusAs: string): Pair {
  const plain = createFinder(distinct(needles));
  if (!needles.some(({ text }) => text.includes('+'))) return { plain, plusIsSpace: plain };
  const spaced = needles.map((needle) => ({ ...needle, text: needle.text.replaceAll('+', plusAs) }));
  return { plain, plusIsSpace: createFinder(distinct(spaced)) };
}

function createPiecePair(secrets: readonly string[], plusAs: string): Pair {
  const plain = createPieceFinder(secrets);
  const withPlus = secrets.some((secret) => secret.includes('+'));
  return {
    plain,
    plusIsSpace: withPlus ? createPieceFinder(secrets.map((secret) => secret.replaceAll('+', plusAs))) : plain,
  };
}

function distinct(needles: readonly Needle[]): Needle[] {
  const byText = new Map(needles.map((needle) => [needle.text, needle]));
  return [...byText.values()].filter(({ text }) => text.trim().length >= keyLength);
}

function spansIn(view: View, pairs: readonly Pair[]): Span[] {
  return pairs
    .flatMap(({ plain, plusIsSpace }) => (view.plusIsSpace ? plusIsSpace : plain)(view.text))
    .map(view.toOriginal);
}

/** Spans that overlap or touch become one mask. */
function maskSpans(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (parts.length === 0 || start > from) parts.push(text.slice(from, start), mask);
    from = Math.max(from, end);
  }
  return parts.join('') + text.slice(from);
}
