// Work that is mostly done before anybody would have read that it runs.
import { withProgress } from './progress.ts';

/** Milliseconds without a word. */
const patience = 500;

/** Shows a notification, by which the work can be cancelled, only where it takes its time. */
export async function withProgressIfSlow<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const working = work(controller.signal);
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), patience);
  });
  const isSlow = await Promise.race([working.then(() => false), waiting]).finally(() => clearTimeout(timer));
  if (!isSlow) return working;
  return withProgress(title, ({ signal }) => {
    signal.addEventListener('abort', () => controller.abort());
    return working;
  });
}
