// Measures contenders side by side: one round of each in turn, so that a busy machine slows all of them alike.

/** Ours, the least that could do the job, and what people use today. */
export type Name = 'ours' | Rival;
export type Rival = 'floor' | 'VS Code JSON' | 'ajv-cli' | 'jsonschema';

/** What ours costs, and what each rival does. */
export interface Measured {
  readonly ours: number;
  readonly rivals: readonly RivalMeasured[];
}

export interface RivalMeasured {
  readonly name: Rival;
  readonly cost: number;
  /** Ours divided by this rival's, round by round. */
  readonly ratio: Spread;
}

/** The median of what was measured, and the quartiles around it. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** One of each contender. */
export type Contenders<T> = Readonly<{ ours: T } & Partial<Record<Rival, T>>>;

/** `measure` returns what one round costs; it runs so many rounds, after `warmUps` more that do not count. */
export async function compare<T>(
  contenders: Contenders<T>,
  { rounds, warmUps = 1 }: { readonly rounds: number; readonly warmUps?: number },
  measure: (contender: T) => Promise<number>,
): Promise<Measured> {
  const entries = Object.entries(contenders) as [Name, T][];
  const costs = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    // Who goes first would otherwise always find the caches as the same contender left them.
    const first = round % entries.length;
    for (const [name, contender] of [...entries.slice(first), ...entries.slice(0, first)]) {
      const cost = await measure(contender);
      if (round >= warmUps) costs.get(name)?.push(cost);
    }
  }
  return toMeasured(costs);
}

/** Sums up the costs of each contender, of which number n are from one round. */
export function toMeasured(costs: ReadonlyMap<Name, readonly number[]>): Measured {
  const ours = costs.get('ours') ?? [];
  const rivals = [...costs].flatMap(([name, own]) => {
    if (name === 'ours') return [];
    const ratios = ours.map((cost, round) => cost / (own[round] ?? Number.NaN));
    return [{ name, cost: spreadOf(own).median, ratio: spreadOf(ratios) }];
  });
  return { ours: spreadOf(ours).median, rivals };
}

function spreadOf(measured: readonly number[]): Spread {
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
