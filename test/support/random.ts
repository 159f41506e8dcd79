// Chance that repeats itself: the same seed gives the same numbers.

export interface Random {
  /** A whole number from 0 up to `end`, which is not included. */
  below(end: number): number;
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T;
}

/** Numbers by the mulberry32 algorithm. */
export function createRandom(seed: number): Random {
  let state = seed;
  const below = (end: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
  return { below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
}

/** Does something with so many seeds, one after the other; an error names its seed. */
export async function withSeeds(count: number, act: (random: Random) => unknown): Promise<void> {
  for (let seed = 0; seed < count; seed++) {
    try {
      await act(createRandom(seed));
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause });
    }
  }
}
