// Requests for one project: a few at once, and where Atlas' rate limit makes one of them wait, no other begins.
import type { Call, Wait } from '../atlas/retry.ts';
import { createSlots, pauseFor } from '../atlas/waiting.ts';

export interface Queue {
  /**
   * Does the task as soon as it is its turn. Where `signal` aborts before, it is not begun; where it aborts during it,
   * a request that has left is let come to its end, and one that waits to be tried again is not.
   */
  run<T>(task: (call: Call) => Promise<T>, call: Call): Promise<Turn<T>>;
}

export type Turn<T> = { readonly kind: 'done'; readonly result: T } | { readonly kind: 'notBegun' };

export interface QueueOptions {
  readonly atOnce?: number;
  /** Waits so many milliseconds, or until the signal aborts. For tests. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

export function createQueue({ atOnce = 4, pause = pauseFor, now = Date.now }: QueueOptions = {}): Queue {
  const slots = createSlots(atOnce);
  let quietUntil = 0;
  const hold = ({ reason, milliseconds }: Wait) => {
    if (reason === 'rate limit') quietUntil = Math.max(quietUntil, now() + milliseconds);
  };

  return {
    run: async <T>(task: (call: Call) => Promise<T>, call: Call) => {
      const turn = await slots.run(async (): Promise<Turn<T>> => {
        while (now() < quietUntil && !call.signal.aborted) await pause(quietUntil - now(), call.signal);
        if (call.signal.aborted) return { kind: 'notBegun' };
        return { kind: 'done', result: await whileLeft(call, hold, now, task) };
      }, call.signal);
      return turn.kind === 'cancelled' ? { kind: 'notBegun' } : turn;
    },
  };
}

/** Gives the task a signal that aborts while it waits only: of a request that was cut off, nobody knows what came. */
async function whileLeft<T>(
  { signal, onWait }: Call,
  hold: (wait: Wait) => void,
  now: () => number,
  task: (call: Call) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  let waitsUntil = 0;
  const cancel = () => {
    if (now() < waitsUntil) own.abort();
  };
  signal.addEventListener('abort', cancel);
  const begin = (wait: Wait) => {
    waitsUntil = now() + wait.milliseconds;
    hold(wait);
    if (signal.aborted) own.abort();
    else onWait?.(wait);
  };
  return task({ signal: own.signal, onWait: begin }).finally(() => signal.removeEventListener('abort', cancel));
}

/** One queue for each project, the same whenever it is asked for. */
export function createQueues(options?: QueueOptions): (project: string) => Queue {
  const queues = new Map<string, Queue>();
  return (project) => {
    const queue = queues.get(project) ?? createQueue(options);
    queues.set(project, queue);
    return queue;
  };
}
