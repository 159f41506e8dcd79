// Requests for one project: a few at once, and where Atlas' rate limit makes one of them wait, no other begins.
import { createGate, type Gate, type GateOptions, type Lane } from '../atlas/gate.ts';
import type { Call, Wait } from '../atlas/retry.ts';
import { createSlots } from '../atlas/waiting.ts';

export interface Queue {
  /**
   * Does the task as soon as it is its turn. Where `signal` aborts before, it is not begun; where it aborts during it,
   * a request that has left is let come to its end, and one that waits to be tried again is not.
   */
  run<T>(task: (call: Call) => Promise<T>, call: Call): Promise<Turn<T>>;
}

export type Turn<T> = { readonly kind: 'done'; readonly result: T } | { readonly kind: 'notBegun' };

/** One queue of them; `atOnce` is four unless said otherwise. */
export function createQueue({ atOnce = 4, ...options }: GateOptions = {}): Queue {
  const slots = createSlots(atOnce);
  const gate = createGate({ atOnce, ...options });
  return {
    run: async <T>(task: (call: Call) => Promise<T>, call: Call) => {
      const begin = async (): Promise<Turn<T>> => {
        await gate.quiet(call.signal);
        if (call.signal.aborted) return { kind: 'notBegun' };
        return { kind: 'done', result: await whileWaiting(call, gate, task) };
      };
      const turn = await slots.run(begin, call.signal);
      return turn.kind === 'cancelled' ? { kind: 'notBegun' } : turn;
    },
  };
}

/** Gives the task a signal that aborts while it waits only: of a request that was cut off, nobody knows what came. */
async function whileWaiting<T>({ signal, onWait }: Call, gate: Gate, task: (call: Call) => Promise<T>): Promise<T> {
  const own = new AbortController();
  let isWaiting = false;
  const cancel = () => {
    if (isWaiting) own.abort();
  };
  const setWaiting = (waits: boolean) => {
    isWaiting = waits;
    if (signal.aborted) cancel();
  };
  const join = (): Lane => {
    const lane = gate.join();
    return {
      pass: (send, holdFor, until) => {
        setWaiting(true);
        const begin = () => {
          setWaiting(false);
          return send();
        };
        return lane.pass(begin, holdFor, until);
      },
    };
  };
  const begin = (wait: Wait) => {
    setWaiting(true);
    if (!signal.aborted) onWait?.(wait);
  };
  signal.addEventListener('abort', cancel);
  return task({ signal: own.signal, onWait: begin, gate: { join } }).finally(() =>
    signal.removeEventListener('abort', cancel),
  );
}

/** One queue for each project, the same whenever it is asked for. */
export function createQueues(options?: GateOptions): (project: string) => Queue {
  const queues = new Map<string, Queue>();
  return (project) => {
    const queue = queues.get(project) ?? createQueue(options);
    queues.set(project, queue);
    return queue;
  };
}
