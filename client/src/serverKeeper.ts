// Keeps one process up: where it ends by itself another one follows, unless that happens too often in a row.

/** What can be kept up. Each is started once. */
export interface Process {
  /** Resolves as soon as it is ready; `onEnd` is called when it ends after that. */
  start(onEnd: () => void): Promise<unknown>;
  /** Also where it is only starting. */
  stop(): Promise<unknown>;
}

/** It is not there: it was given up, or ended before it gave an answer. */
export class ServerDown extends Error {
  override readonly name = 'ServerDown';
}

export interface Keeper<P> {
  /** The process that is ready, or will be; rejects with `ServerDown` where none is to follow. */
  ready(): Promise<P>;
  /** Ends the one that is there, and gives the next one as soon as it is ready. */
  restart(): Promise<P>;
  /** None follows. */
  stop(): Promise<void>;
}

/** As other language servers have it. */
const endsAtMost = 4;
const withinMilliseconds = 3 * 60_000;

/** `onDown` is called each time when it is given up. */
export function keepUp<P extends Process>(create: () => P, onDown: () => void): Keeper<P> {
  let ends: readonly number[] = [];
  let latest: P | undefined;
  let ready: Promise<P>;

  /** Whoever asks for it hears of its failure; nobody has to. */
  function use(next: Promise<P>): void {
    ready = next;
    next.catch(() => undefined);
  }
  async function run(process: P): Promise<P> {
    if (process !== latest) return ready;
    try {
      await process.start(() => process === latest && use(follow()));
      return process;
    } catch {
      return process === latest ? follow() : ready;
    }
  }
  async function follow(): Promise<P> {
    const now = Date.now();
    ends = [...ends.filter((end) => now - end < withinMilliseconds), now];
    latest = ends.length > endsAtMost ? undefined : create();
    if (latest) return run(latest);
    onDown();
    throw new ServerDown();
  }
  async function stop(): Promise<void> {
    const old = latest;
    latest = undefined;
    use(Promise.reject(new ServerDown()));
    await old?.stop();
  }
  function restart(): Promise<P> {
    ends = [];
    // One that does not even stop is left behind.
    const stopped = stop().catch(() => undefined);
    const next = create();
    latest = next;
    use(stopped.then(() => run(next)));
    return ready;
  }
  latest = create();
  use(run(latest));
  return { ready: () => ready, restart, stop };
}
