// Waits until Atlas has set a connection up, or has taken it away.

import type { Outcome } from '../atlas/outcome.ts';
import type { Wait } from '../atlas/retry.ts';
import { pauseFor } from '../atlas/waiting.ts';
import { type Failure, isMissing, isSignInFailure } from '../failure.ts';
import { describeFailure } from '../failureText.ts';
import type { JsonObject } from '../json.ts';

/** `ready`: READY or FAILED; `gone`: no longer there. */
export type Goal = 'ready' | 'gone';

export type WaitEnd =
  | { readonly kind: 'ready' }
  /** Atlas could not set it up or, where it should go, not take it away. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'gone' }
  /** Looking on is of no use: why, with the next step, and whether new values for the credential may be that. */
  | { readonly kind: 'gaveUp'; readonly reason: string; readonly replaceable: boolean }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'stopped' };

/** What was seen last: a state, that there is nothing yet, or that Atlas did not answer. */
export type Sight =
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'noAnswer' };

/** What asking for the connection came to; `absent`: it is not in the list of all. */
export type Look = Outcome<JsonObject> | { readonly kind: 'absent' };

export interface WaitOptions {
  readonly goal: Goal;
  /** Whether the first looks may find it as it was before, as they do after an update. Until it is gone, they always may. */
  readonly mayBeStale?: boolean;
  readonly signal: AbortSignal;
  /** Asks Atlas for the connection. */
  readonly look: (signal: AbortSignal) => Promise<Look>;
  /** Called after each look that does not end the waiting, but for an end that is not certain yet. */
  readonly onSight?: (sight: Sight) => void;
  /** Waits so many milliseconds, or until the signal aborts. For tests. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/** Milliseconds between looks; the last goes on. */
const pauses = [1_000, 2_000, 4_000, 8_000, 10_000] as const;

/** Milliseconds; others wait forty minutes for private networking. */
export const longestWait = 60 * 60_000;

/** Milliseconds in which a connection that was just created need not be seen yet. */
export const hiddenAtMost = 120_000;

/** Milliseconds in which Atlas may still tell the state from before an update or a deletion. */
export const staleAtMost = 3_000;

/** Looks one after the other that find nothing, before a connection that was there counts as gone. */
const missesAtMost = 2;

/** Looks at once, then again and again with growing pauses until there is an end, an hour has passed, or the signal aborts. */
export async function waitFor(options: WaitOptions): Promise<WaitEnd> {
  const { signal, look, onSight, pause = pauseFor, now = Date.now } = options;
  const start = now();
  const judge = createJudge(options, () => now() - start);
  for (let looks = 0; ; looks++) {
    const verdict = judge(await look(signal));
    if (signal.aborted) return { kind: 'stopped' };
    if (isEnd(verdict)) return verdict;
    if (verdict.kind !== 'uncertain') onSight?.(verdict);
    if (now() - start >= longestWait) return { kind: 'tooLong' };
    await pause(pauses[Math.min(looks, pauses.length - 1)] ?? 0, signal);
    if (signal.aborted) return { kind: 'stopped' };
  }
}

/** `uncertain`: it may be an end, or how it was before. */
type Verdict = Sight | WaitEnd | { readonly kind: 'uncertain' };

function isEnd(verdict: Verdict): verdict is WaitEnd {
  return !['state', 'missing', 'noAnswer', 'uncertain'].includes(verdict.kind);
}

/** `elapsed`: milliseconds since the first look. */
function createJudge({ goal, mayBeStale = false }: WaitOptions, elapsed: () => number): (outcome: Look) => Verdict {
  const isCertain = createCertainty(goal, goal === 'gone' || mayBeStale, elapsed);
  let seen = false;
  let misses = 0;
  const judgeMiss = (): Sight | WaitEnd => {
    misses += 1;
    const isGone = goal === 'gone' || (seen ? misses >= missesAtMost : elapsed() >= hiddenAtMost);
    return { kind: isGone ? 'gone' : 'missing' };
  };
  return (found) => {
    if (found.kind === 'ok') {
      seen = true;
      misses = 0;
      const verdict = judgeState(goal, found.value);
      return isCertain(verdict, found.value.state) ? verdict : { kind: 'uncertain' };
    }
    if (found.kind === 'absent' || isMissing(found)) return judgeMiss();
    if (isPassing(found)) return { kind: 'noAnswer' };
    return { kind: 'gaveUp', reason: describeFailure(found), replaceable: isSignInFailure(found) };
  };
}

/** The state in which Atlas is at work. */
const atWork = { ready: 'PENDING', gone: 'DELETING' } as const;

/** Tells whether an end is one: nothing has to be doubted, Atlas has been seen at work, or the state has stayed for a while. */
function createCertainty(goal: Goal, mayBeStale: boolean, elapsed: () => number) {
  let hasMoved = !mayBeStale;
  let last: { readonly state: unknown; readonly since: number } = { state: undefined, since: 0 };
  return (verdict: Sight | WaitEnd, state: unknown): boolean => {
    hasMoved ||= state === atWork[goal];
    if (last.state !== state) last = { state, since: elapsed() };
    return hasMoved || !isEnd(verdict) || elapsed() - last.since >= staleAtMost;
  };
}

/** An answer without a state is from an Atlas that has none: what it shows is ready. */
function judgeState(goal: Goal, connection: JsonObject): Sight | WaitEnd {
  const state = typeof connection.state === 'string' ? connection.state : undefined;
  if (state === 'FAILED') return { kind: 'failed' };
  if (goal === 'ready' && (state === undefined || state === 'READY')) return { kind: 'ready' };
  return { kind: 'state', state: state ?? 'DELETING' };
}

/** Whether a later look may do better: there is no network for now, something stands in between, or Atlas is busy. */
function isPassing(failure: Failure): boolean {
  if (failure.kind !== 'refused') return failure.kind === 'unreachable';
  const { status } = failure.error;
  return status === 404 || status === 429 || status >= 500;
}

/** What Atlas answers as long as it is still setting up the connection that shall be deleted. */
function isDeploying(outcome: Outcome<unknown>): outcome is Failure & { kind: 'refused' } {
  return (
    outcome.kind === 'refused' &&
    outcome.error.status === 409 &&
    outcome.error.errorCode === 'STREAM_KAFKA_CONNECTION_IS_DEPLOYING'
  );
}

export interface DeleteOptions extends Pick<WaitOptions, 'signal' | 'pause' | 'now'> {
  readonly attempt: () => Promise<Outcome<JsonObject>>;
  /** Called before each pause. */
  readonly onWait?: ((wait: Wait) => void) | undefined;
}

/** Tries to delete until Atlas has set the connection up and lets go of it: the last answer, or that it was cancelled. */
export async function deleteWhenDeployed(options: DeleteOptions): Promise<Outcome<JsonObject>> {
  const { signal, attempt, onWait, pause = pauseFor, now = Date.now } = options;
  const start = now();
  for (let tries = 0; ; tries++) {
    const outcome = await attempt();
    if (!isDeploying(outcome) || now() - start >= longestWait) return outcome;
    const milliseconds = pauses[Math.min(tries, pauses.length - 1)] ?? 0;
    onWait?.({ reason: 'deploying', milliseconds });
    await pause(milliseconds, signal);
    if (signal.aborted) return { kind: 'cancelled', maybeDone: false };
  }
}
