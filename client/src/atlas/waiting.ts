// Waiting that ends early: at a deadline, or when somebody cancels.

/** Aborts its signal after so many milliseconds, unless it is cleared or begins anew. */
export function createDeadline(timeout: number) {
  const controller = new AbortController();
  const start = () => setTimeout(() => controller.abort(), timeout);
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

type Cancelled = { readonly kind: 'cancelled'; readonly maybeDone: false };

/** What `work` comes to, or that one of the signals aborted first. */
export function untilAborted<T>(work: Promise<T>, ...signals: readonly AbortSignal[]): Promise<T | Cancelled> {
  const signal = AbortSignal.any([...signals]);
  return new Promise((resolve, reject) => {
    const cancel = () => resolve({ kind: 'cancelled', maybeDone: false });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
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
