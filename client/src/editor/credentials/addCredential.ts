// Stores one more Atlas credential.
import type { Uses } from '../services.ts';
import { sayStored } from './sayStored.ts';
import { askAndAdd } from './storeCredential.ts';

export async function addCredential(services: Uses<'atlas' | 'credentials'>): Promise<void> {
  await sayStored(services, 'stored', await askAndAdd(services));
}
