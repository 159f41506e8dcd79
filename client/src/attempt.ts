// Keeps the failure of one of many from ending the others.
import type { Parts } from './parts.ts';
import { ServerDown } from './serverKeeper.ts';

/**
 * What `work` gives; undefined if it fails, which is logged as a failure of `what`.
 *
 * @throws ServerDown, which is a failure of all of them.
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
