// Lets what fails for one of many end that one only.
import type { Parts } from './parts.ts';
import { ServerDown } from './serverKeeper.ts';

/**
 * What `work` gives; undefined where it fails, and then the log says why: `what` was done. A language server that is not
 * there fails all of them, so that is thrown on.
 */
export async function attempt<T>(
  { log }: Pick<Parts, 'log'>,
  what: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServerDown) throw error;
    log.bug(what, error);
    return undefined;
  }
}
