// Stores one more Atlas credential.
import type { Parts } from '../parts.ts';
import { askAndAdd, sayStored } from '../ui/credentials/storeCredential.ts';

export async function addCredential(parts: Parts): Promise<void> {
  const stored = await askAndAdd(parts);
  if (stored) await sayStored('stored', stored);
}
