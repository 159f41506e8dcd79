// Sends many, in the queue of their project: one that fails does not stop the rest, unless it would happen to all of them.
import type { Failure } from '../atlas/outcome.ts';
import type { Call } from '../atlas/retry.ts';
import type { Queue } from './queue.ts';

/** What came of one; `notSent`: the person cancelled, or another one's failure ended it all, before it was sent. */
export type Sent<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'notSent'; readonly why: 'cancelled' | 'stopped' };

export interface SendAll<Item, Result> {
  readonly queue: Queue;
  readonly call: Call;
  readonly send: (item: Item, call: Call) => Promise<Result>;
  /** Whether the others would fare no better. */
  readonly endsAll: (result: Result) => boolean;
  /** Whether it had to wait, and gave up as the signal aborted. */
  readonly isGivenUp: (result: Result) => boolean;
  /** Called after each that was sent, with how many have been. */
  readonly onDone?: (count: number) => void;
}

/** What came of each, in the order of `items`. */
export function sendAll<Item, Result>(
  items: readonly Item[],
  { queue, call, send, endsAll, isGivenUp, onDone }: SendAll<Item, Result>,
): Promise<readonly Sent<Result>[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([call.signal, stop.signal]);
  let count = 0;
  const sendOne = async (item: Item): Promise<Sent<Result>> => {
    const sendOrStop = async (own: Call) => {
      const result = await send(item, own);
      // Before the next one has the turn.
      if (endsAll(result)) stop.abort();
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

/** Whether every other request would end like this: nobody is signed in, nothing reaches Atlas, or it takes no more. */
export function wouldMeetAll(failure: Failure): boolean {
  switch (failure.kind) {
    case 'notSignedIn':
      return true;
    case 'refused':
      // A 429 that is left has been waited for already, or asks for a wait too long to sit through.
      return failure.error.status === 401 || failure.error.status === 429;
    case 'unreachable':
      return !failure.maybeDone;
    case 'unusableName':
    case 'cancelled':
      return false;
  }
}
