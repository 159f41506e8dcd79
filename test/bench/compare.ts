// Measures two things side by side: one round of each in turn, so that a busy machine slows both alike.

/** What two alternatives cost; `ratio` is ours by the baseline's, round by round. */
export interface Comparison {
  readonly ours: number;
  readonly baseline: number;
  readonly ratio: Spread;
}

/** The middle of what was measured, and between which values half of it lies. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Each measures one round and gives what it took, in milliseconds. */
export interface Contenders {
  readonly ours: () => Promise<number>;
  readonly baseline: () => Promise<number>;
}

/** Runs so many rounds of both, after `warmUps` more that do not count. */
export async function compare({ ours, baseline }: Contenders, rounds: number, warmUps = 1): Promise<Comparison> {
  const pairs: { readonly ours: number; readonly baseline: number }[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    // Who goes first would otherwise find the caches as the other left them, always.
    const isOurs = round % 2 === 0;
    const first = await (isOurs ? ours : baseline)();
    const second = await (isOurs ? baseline : ours)();
    if (round >= 0) pairs.push(isOurs ? { ours: first, baseline: second } : { ours: second, baseline: first });
  }
  return {
    ours: spreadOf(pairs.map((pair) => pair.ours)).median,
    baseline: spreadOf(pairs.map((pair) => pair.baseline)).median,
    ratio: spreadOf(pairs.map((pair) => pair.ours / pair.baseline)),
  };
}

/** Median and quartiles. */
export function spreadOf(measured: readonly number[]): Spread {
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** How long it takes, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
