// Keeps one process running: if it ends by itself, the next one is started, unless that happens too often in a row.

/** What can be kept running. Each is started once. */
export interface Process {
  /** Resolves as soon as it is ready; `onEnd` is called when it ends after that. */
  start(onEnd: () => void): Promise<unknown>;
  /** Also while it is starting. */
  stop(): Promise<unknown>;
}

/** The process is not running: it was given up, or it ended before it answered. */
export class ServerDown extends Error {
  override readonly name = 'ServerDown';
}

export interface Keeper<P> {
  /** The process that is ready, or will be; rejects with `ServerDown` if none will follow. */
  ready(): Promise<P>;
  /** Ends the current process, and gives the next one as soon as it is ready. */
  restart(): Promise<P>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** The limit of vscode-languageclient. */
const endsAtMost = 4;
const withinMilliseconds = 3 * 60_000;

/** `onDown` is called each time that it is given up. */
export function keepUp<P extends Process>(create: () => P, onDown: () => void): Keeper<P> {
  let ends: readonly number[] = [];
  let latest: P | undefined;
  let ready: Promise<P>;

  /** Its failure is thrown where it is awaited, and is no unhandled rejection where it is not. */
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
    // A process that does not stop must not keep the next one from starting.
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
