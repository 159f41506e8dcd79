// Stores one more Atlas credential.
import { window } from 'vscode';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { askCredential } from '../ui/askCredential.ts';

/** The new entry; undefined when cancelled, and then nothing is stored. */
export async function addCredential({ credentials }: Parts): Promise<CredentialEntry | undefined> {
  const credential = await askCredential();
  if (!credential) return undefined;
  const entry = await credentials.add(credential);
  void window.showInformationMessage(`Stored the credential ${entry.label} for ${entry.host}.`);
  return entry;
}
