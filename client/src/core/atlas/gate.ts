// A rate limit that many requests share: one that meets it holds all of them back, and then one at a time tries again.
import { type Cancelled, pauseFor, untilAborted } from './waiting.ts';

export interface Gate {
  /** For one request and its tries. */
  join(): Lane;
}

export interface Lane {
  /**
   * Sends when its turn has come, unless the signal aborts before. Of a result that met the limit, `holdFor` gives the
   * milliseconds in which nobody shall try; it is told how many tries of anybody have met the limit in a row since this
   * request began. Those that are under way at the same time count as one.
   */
  pass<T>(
    send: () => Promise<T>,
    holdFor: (result: T, misses: number) => number | undefined,
    signal: AbortSignal,
  ): Promise<T | Cancelled>;
}

export interface GateOptions {
  /** How many try at the same time as long as nobody meets the limit. */
  readonly atOnce?: number;
  /** Waits so many milliseconds, or until the signal aborts. For tests. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/** `quiet` resolves when nobody is held back, or when the signal aborts. */
export function createGate({ atOnce = 1, pause = pauseFor, now = Date.now }: GateOptions = {}) {
  let width = atOnce;
  let underWay = 0;
  let heldUntil = 0;
  let misses = 0;
  let missesBeforePass = 0;
  const line = new Set<symbol>();
  let change = Promise.withResolvers<void>();

  async function quiet(signal: AbortSignal): Promise<void> {
    for (let waited = 0; heldUntil > Math.max(waited, now()) && !signal.aborted; ) {
      waited = heldUntil;
      await pause(waited - now(), signal);
    }
  }
  /** Resolves to whether it may send: in the order in which they came, and not where the signal aborts before. */
  async function enter(signal: AbortSignal): Promise<boolean> {
    const me = Symbol();
    line.add(me);
    while (!signal.aborted && (!isFirst(me) || underWay >= width)) await untilAborted(change.promise, signal);
    await quiet(signal);
    line.delete(me);
    if (!signal.aborted) underWay++;
    tell();
    return !signal.aborted;
  }
  const isFirst = (one: symbol) => line.values().next().value === one;
  function tell(): void {
    change.resolve();
    change = Promise.withResolvers();
  }
  function leave(): void {
    underWay--;
    tell();
  }
  /** `before`: how many misses there were when the try began. */
  function miss(before: number, hold: number): void {
    if (before === misses) misses++;
    width = 1;
    heldUntil = Math.max(heldUntil, now() + hold);
  }
  function getThrough(before: number): void {
    if (before === misses) width = Math.min(atOnce, width + 1);
    missesBeforePass = misses;
  }

  const join = (): Lane => {
    const first = misses;
    return {
      pass: async (send, holdFor, signal) => {
        if (!(await enter(signal))) return { kind: 'cancelled', maybeDone: false };
        const before = misses;
        try {
          const result = await send();
          const missed = before === misses ? misses + 1 : misses;
          const hold = holdFor(result, Math.max(1, missed - Math.max(first, missesBeforePass)));
          if (hold === undefined) getThrough(before);
          else miss(before, hold);
          return result;
        } finally {
          leave();
        }
      },
    };
  };
  return { join, quiet };
}
