// Finds many texts in another one at once, in a time that hardly grows with their number.

/** A part of a text, in UTF-16 units; `end` is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Needle {
  /** At least `keyLength` long. */
  readonly text: string;
  /** Characters before and behind it that belong to every find. */
  readonly before?: number;
  readonly after?: number;
}

export type Finder = (text: string) => readonly Span[];

/** The shortest text that can be looked for. */
export const keyLength = 4;

/** Up to this length, comparing is as fast as the sums by which longer ones are told apart. */
const shortAtMost = 64;

interface Known extends Needle {
  readonly length: number;
  readonly sum: number;
  /** Takes out of a running sum what came before the last `length` characters. */
  readonly shift: number;
}

/** A function that tells where the needles stand in a text; the spans may overlap. */
export function createFinder(needles: readonly Needle[]): Finder {
  const known = needles.map(toKnown);
  const byKey = Map.groupBy(known, ({ text }) => keyAt(text, keyLength - 1));
  const isKey = new Uint8Array(0x10000);
  for (const key of byKey.keys()) isKey[toSlot(key)] = 1;
  const hasLong = known.some(({ length }) => length > shortAtMost);

  return (text) => {
    const sums = hasLong ? runningSums(text) : undefined;
    // From where a needle may be found again; without this, one that repeats itself would be compared at each character.
    const free = new Map<Known, number>();
    const found: Span[] = [];
    const look = (start: number, needles: readonly Known[]) => {
      for (const needle of needles) {
        if (start < (free.get(needle) ?? 0) || !standsAt(needle, text, start, sums)) continue;
        const { length, before = 0, after = 0 } = needle;
        free.set(needle, start + length);
        found.push({ start: Math.max(0, start - before), end: Math.min(text.length, start + length + after) });
      }
    };
    let key = 0;
    for (let last = 0; last < text.length; last++) {
      key = nextKey(key, text.charCodeAt(last));
      if (isKey[toSlot(key)] !== 0) look(last - keyLength + 1, byKey.get(key) ?? []);
    }
    return found;
  };
}

function standsAt(
  { text: needle, length, sum, shift }: Known,
  text: string,
  start: number,
  sums?: Int32Array,
): boolean {
  if (sums && length > shortAtMost) {
    if (start + length > text.length) return false;
    const between = ((sums[start + length] ?? 0) - Math.imul(sums[start] ?? 0, shift)) | 0;
    if (between !== sum) return false;
  }
  return text.startsWith(needle, start);
}

function toKnown(needle: Needle): Known {
  const { text } = needle;
  let sum = 0;
  let shift = 1;
  for (let at = 0; at < text.length; at++) {
    sum = nextSum(sum, text.charCodeAt(at));
    shift = Math.imul(shift, factor);
  }
  return { ...needle, length: text.length, sum, shift };
}

const factor = 0x01000193;

function nextSum(sum: number, unit: number): number {
  return (Math.imul(sum, factor) + unit) | 0;
}

function runningSums(text: string): Int32Array {
  const sums = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) sums[at + 1] = nextSum(sums[at] ?? 0, text.charCodeAt(at));
  return sums;
}

/** A number of the last four characters: each new one pushes the oldest out. */
function nextKey(key: number, unit: number): number {
  return (key << 8) | ((unit ^ (unit >>> 8)) & 0xff);
}

function keyAt(text: string, last: number): number {
  let key = 0;
  for (let at = last - keyLength + 1; at <= last; at++) key = nextKey(key, text.charCodeAt(at));
  return key;
}

function toSlot(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 16;
}
