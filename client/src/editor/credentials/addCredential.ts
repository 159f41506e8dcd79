// Stores one more Atlas credential.
import type { Parts } from '../parts.ts';
import { sayStored } from './sayStored.ts';
import { askAndAdd } from './storeCredential.ts';

export async function addCredential(parts: Parts): Promise<void> {
  await sayStored(parts, 'stored', await askAndAdd(parts));
}
