// Stops waiting for a connection; what Atlas does goes on.
import type { Uses } from '../services.ts';

export async function stopWaiting({ waiting }: Uses<'waiting'>): Promise<void> {
  await waiting.askToStop();
}
