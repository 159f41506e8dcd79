// Stores one more Atlas credential.
import type { Parts } from '../parts.ts';
import { askAndAdd, sayStored } from '../ui/credentials/storeCredential.ts';

export async function addCredential(parts: Parts): Promise<void> {
  await sayStored('stored', await askAndAdd(parts));
}
