// Stops waiting for a connection; what Atlas does goes on.
import type { Parts } from '../parts.ts';

export async function stopWaiting({ waiting }: Parts): Promise<void> {
  await waiting.askToStop();
}
