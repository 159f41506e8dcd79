// "Did you mean": the known word that a written one most likely stands for. For the engine and for the client.

/** Letters of a word for each slip that is forgiven; more slips than that are another word. */
const lettersPerSlip = 4;

/**
 * The one candidate within a slip in four letters of `written`, where case, spaces and punctuation count for nothing;
 * undefined when there is none, or two are as near: no guess is better than a wrong one.
 */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  const plain = simplify(written);
  let best: { readonly candidate: string; readonly slips: number } | undefined;
  let isOnlyOne = true;
  for (const candidate of candidates) {
    const slips = slipsBetween(plain, simplify(candidate));
    if (slips === undefined || slips > (best?.slips ?? slips)) continue;
    isOnlyOne = slips !== best?.slips;
    best = { candidate, slips };
  }
  return isOnlyOne ? best?.candidate : undefined;
}

function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Letters too many, missing, wrong or swapped with their neighbor; undefined where the words are too far apart. */
function slipsBetween(a: string, b: string): number | undefined {
  const allowed = Math.floor(Math.max(a.length, b.length) / lettersPerSlip);
  if (a === '' || b === '' || Math.abs(a.length - b.length) > allowed) return undefined;
  const slips = distance(a, b);
  return slips <= allowed ? slips : undefined;
}

/** By the rows of the usual table (optimal string alignment): `rows[i][j]` is between the first i and j letters. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped));
    }
  }
  return at(a.length, b.length);
}
