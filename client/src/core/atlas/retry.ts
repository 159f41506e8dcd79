// Tries again what may be tried again, after a wait that a person sees and can cancel.
import type { Failure, RateLimit } from '../failure.ts';
import { createGate, type Gate } from './gate.ts';
import type { Outcome } from './outcome.ts';
import type { HttpRequest } from './transport.ts';
import { pauseFor } from './waiting.ts';

/** Why and how long a request waits. */
export interface Wait {
  readonly reason: 'rate limit' | 'unavailable' | 'no connection' | 'deploying';
  readonly milliseconds: number;
  readonly rateLimit?: RateLimit;
}

/** How one operation is run for whoever waits for it. */
export interface Call {
  readonly signal: AbortSignal;
  /** Called before each wait. */
  readonly onWait?: (wait: Wait) => void;
  /** The rate limit that it shares with others. */
  readonly gate?: Gate;
}

export interface RetryOptions {
  /** Waits so many milliseconds, or until the signal aborts. For tests. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. For tests. */
  readonly random?: () => number;
}

/** Milliseconds before the first, second and third new try where Atlas names no time. */
const delays = [10_000, 20_000, 40_000] as const;

/** Where there was no connection, nobody has to be spared. */
const connectionDelays = [1_000, 2_000, 4_000] as const;

/** Milliseconds; who is asked to wait longer is told so instead. */
const longestWait = 120_000;

/** Milliseconds; a time that is over, by this clock or another, does not mean at once. */
const shortestWait = 1_000;

/** Up to a quarter is added to a delay, but not more than five seconds, so that not everybody comes back at once. */
const jitter = (delay: number, random: number) => Math.min(delay / 4, 5_000) * random;

/**
 * Runs `attempt` until it succeeds, fails for good or has been tried four times. Tries that meet the rate limit count only
 * as long as nobody who shares it gets through.
 */
export async function withRetries<T>(
  method: HttpRequest['method'],
  { signal, onWait, gate }: Call,
  attempt: () => Promise<Outcome<T>>,
  { pause = pauseFor, random = Math.random }: RetryOptions = {},
): Promise<Outcome<T>> {
  const lane = (gate ?? createGate({ pause })).join();
  for (let failures = 0; ; ) {
    let wait: Wait | undefined;
    const outcome = await lane.pass(
      attempt,
      (result, misses) => {
        const isLimited = result.kind === 'refused' && result.error.status === 429;
        wait =
          result.kind === 'ok' ? undefined : waitAfter(result, method, isLimited ? misses - 1 : failures++, random);
        if (wait) onWait?.(wait);
        return isLimited ? (wait?.milliseconds ?? shortestWait) : undefined;
      },
      signal,
    );
    if (!wait) return outcome;
    if (wait.reason !== 'rate limit') await pause(wait.milliseconds, signal);
    if (signal.aborted) return { kind: 'cancelled', maybeDone: false };
  }
}

/** The wait before the next try; undefined where there shall be none. */
function waitAfter(
  failure: Failure,
  method: HttpRequest['method'],
  retry: number,
  random: () => number,
): Wait | undefined {
  const spread = (delay: number) => Math.round(delay + jitter(delay, random()));
  const [delay, connectionDelay] = [delays[retry], connectionDelays[retry]];
  if (delay === undefined || connectionDelay === undefined) return undefined;
  if (failure.kind === 'unreachable') {
    return isNoConnection(failure) ? { reason: 'no connection', milliseconds: spread(connectionDelay) } : undefined;
  }
  if (failure.kind !== 'refused') return undefined;
  const { status, retryAfter = delay, rateLimit } = failure.error;
  if (retryAfter > longestWait) return undefined;
  const milliseconds = spread(Math.max(retryAfter, shortestWait));
  if (status === 429) return { reason: 'rate limit', milliseconds, ...(rateLimit ? { rateLimit } : {}) };
  return method === 'GET' && [502, 503, 504].includes(status) ? { reason: 'unavailable', milliseconds } : undefined;
}

/** A request that may have been done is not sent again. */
function isNoConnection({ code, maybeDone }: Failure & { kind: 'unreachable' }): boolean {
  return !maybeDone && ['unknown-host', 'connection-refused', 'cut-off'].includes(code);
}
