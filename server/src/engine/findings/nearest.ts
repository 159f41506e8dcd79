// "Did you mean": the known word that a written one most likely stands for.
import { distance } from 'fastest-levenshtein';

/** Edits allowed per letter written: `SCRAM-SHA-256` still reaches `SCRAM-256`, `Redis` reaches nothing. */
const tolerance = 0.4;

/**
 * The candidate nearest to `written` by edit distance, where case, spaces and punctuation count for nothing; undefined
 * when none is near.
 */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  const plain = simplify(written);
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = distance(plain, simplify(candidate));
    if (edits <= plain.length * tolerance && edits < (best?.edits ?? Number.POSITIVE_INFINITY))
      best = { candidate, edits };
  }
  return best?.candidate;
}

function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
