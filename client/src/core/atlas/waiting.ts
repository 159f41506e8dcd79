// Waiting that ends early: at a deadline, or when somebody cancels.

/** Aborts its signal with that reason after the given time in ms, unless it is cleared or restarted before. */
export function createDeadline(timeout: number, reason: Error) {
  const controller = new AbortController();
  const start = () => setTimeout(() => controller.abort(reason), timeout);
  let timer = start();
  const clear = () => clearTimeout(timer);
  return {
    signal: controller.signal,
    clear,
    restart: () => {
      clear();
      timer = start();
    },
  };
}

/** Canceled before anything was done. */
export type Cancelled = { readonly kind: 'cancelled'; readonly maybeDone: false };

/** What `work` comes to, or that one of the signals aborted first. */
export function untilAborted<T>(work: Promise<T>, ...signals: readonly AbortSignal[]): Promise<T | Cancelled> {
  const signal = AbortSignal.any([...signals]);
  return new Promise((resolve, reject) => {
    const cancel = () => resolve({ kind: 'cancelled', maybeDone: false });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    work.finally(() => signal.removeEventListener('abort', cancel)).then(resolve, reject);
  });
}

/** Does the work once for all who wait for it at the same time, and breaks it off when the last of them has gone. */
export function shareWork<T>(
  work: (signal: AbortSignal) => Promise<T>,
): (signal: AbortSignal) => Promise<T | Cancelled> {
  let running: { readonly result: Promise<T>; readonly stop: AbortController; waiting: number } | undefined;
  const begin = () => {
    const stop = new AbortController();
    return { result: work(stop.signal), stop, waiting: 0 };
  };
  return async (signal) => {
    running ??= begin();
    const mine = running;
    mine.waiting++;
    return untilAborted(mine.result, signal).finally(() => {
      if (--mine.waiting > 0) return;
      mine.stop.abort();
      if (running === mine) running = undefined;
    });
  };
}

/** Waits so many milliseconds, or until the signal aborts. */
export function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}

/** Lets so many work at the same time; the others wait for their turn, in the order in which they came. */
export function createSlots(atOnce: number) {
  let free = atOnce;
  const waiting = new Set<() => void>();
  const turn = (signal: AbortSignal) =>
    new Promise<boolean>((resolve) => {
      const end = (isMine: boolean) => {
        waiting.delete(begin);
        signal.removeEventListener('abort', cancel);
        resolve(isMine);
      };
      const begin = () => end(true);
      const cancel = () => end(false);
      waiting.add(begin);
      signal.addEventListener('abort', cancel);
      if (signal.aborted) cancel();
    });
  const leave = () => {
    const [next] = waiting;
    if (next) next();
    else free++;
  };
  return {
    /** Runs the task in its turn, unless the signal aborts before. */
    run: async <T>(task: () => Promise<T>, signal: AbortSignal): Promise<T | Cancelled> => {
      if (free > 0) free--;
      else if (!(await turn(signal))) return { kind: 'cancelled', maybeDone: false };
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
