// Keeps the failure of one of many from ending the others.

import { CancellationError } from 'vscode';
import type { Uses } from '../services.ts';
import type { ExchangeLog } from '../window/exchangeLog.ts';
import { ServerDown } from './serverKeeper.ts';

/**
 * What `work` gives; undefined if it fails, which is logged as a failure of `what`.
 *
 * @throws ServerDown, which is a failure of all of them, and CancellationError.
 */
export async function attempt<T>({ log }: Uses<'log'>, what: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServerDown || error instanceof CancellationError) throw error;
    log.bug(what, error);
    return undefined;
  }
}

/** Lets `work` go on without anybody who waits for it; if it fails, that is logged as a failure of `what`. */
export function inBackground(log: Pick<ExchangeLog, 'bug'>, what: string, work: PromiseLike<unknown>): void {
  // Whoever needs the language server is told when it stays down.
  work.then(undefined, (error: unknown) => {
    if (!(error instanceof ServerDown || error instanceof CancellationError)) log.bug(what, error);
  });
}
