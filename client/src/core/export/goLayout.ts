// The pairs of a literal in Go as gofmt lays them out: values of neighbours that have one line each stand below each other.

type Pair = readonly [key: string, value: string];

/** Keys up to this size are aligned whatever the others are. */
const smallSize = 40;

/** How many times the mean of those above it a longer key may have, or they it, to be aligned with them. */
const ratio = 2.5;

/** `key: value` for each, without what separates them. */
export function alignPairs(pairs: readonly Pair[]): string[] {
  return sectionsOf(pairs).flatMap((section) => {
    const width = Math.max(...section.map(([key]) => letters(key)));
    return section.map(([key, value]) => `${key}: ${' '.repeat(width - letters(key))}${value}`);
  });
}

function sectionsOf(pairs: readonly Pair[]): Pair[][] {
  const sections: Pair[][] = [];
  for (const pair of pairs) {
    const current = sections.at(-1);
    if (current && goesOn(current, pair)) current.push(pair);
    else sections.push([pair]);
  }
  return sections;
}

function goesOn(section: readonly Pair[], pair: Pair): boolean {
  const previous = section.at(-1);
  if (!previous || !hasOneLine(previous) || !hasOneLine(pair)) return false;
  const size = sizeOf(pair);
  if (sizeOf(previous) <= smallSize && size <= smallSize) return true;
  const logarithms = section.map((one) => Math.log(sizeOf(one)));
  const mean = Math.exp(logarithms.reduce((sum, one) => sum + one, 0) / section.length);
  return size < ratio * mean && mean < ratio * size;
}

function hasOneLine([, value]: Pair): boolean {
  return !value.includes('\n');
}

/** gofmt measures bytes, but aligns letters. */
function sizeOf([key]: Pair): number {
  return new TextEncoder().encode(key).length;
}

function letters(text: string): number {
  return Array.from(text).length;
}
