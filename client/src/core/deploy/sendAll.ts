// Sends many, in the queue of their project: one that fails does not stop the rest, unless it would happen to all of them.

import type { Call } from '../atlas/retry.ts';
import type { Failure } from '../failure.ts';
import type { Queue } from './queue.ts';

/** What came of one; `notSent`: the person cancelled, or another one's failure ended it all, before it was sent. */
export type Sent<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'notSent'; readonly why: 'cancelled' | 'stopped' };

/** `perhaps`: the others would fare no better, if it is not a mishap of this one: several in a row are none. */
export type Bearing = 'none' | 'perhaps' | 'all';

/** Results in a row that may mean that the others would fare no better, before none of them is sent. */
const mishapsAtMost = 2;

export interface SendAll<Item, Result> {
  readonly queue: Queue;
  readonly call: Call;
  readonly send: (item: Item, call: Call) => Promise<Result>;
  /** What a result means for the others. */
  readonly bearing: (result: Result) => Bearing;
  /** Whether it had to wait, and gave up as the signal aborted. */
  readonly isGivenUp: (result: Result) => boolean;
  /** Called after each that was sent, with how many have been. */
  readonly onDone?: (count: number) => void;
}

/** What came of each, in the order of `items`. */
export function sendAll<Item, Result>(
  items: readonly Item[],
  { queue, call, send, bearing, isGivenUp, onDone }: SendAll<Item, Result>,
): Promise<readonly Sent<Result>[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([call.signal, stop.signal]);
  let count = 0;
  let mishaps = 0;
  const sendOne = async (item: Item): Promise<Sent<Result>> => {
    const sendOrStop = async (own: Call) => {
      const result = await send(item, own);
      const meaning = bearing(result);
      mishaps = meaning === 'perhaps' ? mishaps + 1 : 0;
      // Before the next one has the turn.
      if (meaning === 'all' || mishaps > mishapsAtMost) stop.abort();
      return result;
    };
    const turn = await queue.run(sendOrStop, { ...call, signal });
    if (turn.kind === 'notBegun' || isGivenUp(turn.result))
      return { kind: 'notSent', why: call.signal.aborted ? 'cancelled' : 'stopped' };
    onDone?.(++count);
    return turn;
  };
  return Promise.all(items.map(sendOne));
}

/** What a failure means for the other requests: nobody is signed in, nothing reaches Atlas, or it takes no more. */
export function bearingOf(failure: Failure): Bearing {
  switch (failure.kind) {
    case 'notSignedIn':
    case 'unavailable':
      return 'all';
    case 'refused':
      // A 429 that is left has been waited for already, or asks for a wait too long to sit through.
      if (failure.error.status === 429) return 'all';
      return failure.error.status === 401 ? 'perhaps' : 'none';
    case 'unreachable':
      return failure.maybeDone ? 'none' : 'all';
    case 'unusableName':
    case 'cancelled':
      return 'none';
  }
}
