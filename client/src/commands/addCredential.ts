// Stores one more Atlas credential.
import { window } from 'vscode';
import type { Parts } from '../parts.ts';
import { askCredential } from '../ui/askCredential.ts';

export async function addCredential({ credentials }: Parts): Promise<void> {
  const credential = await askCredential();
  if (!credential) return;
  const { label, host } = await credentials.add(credential);
  await window.showInformationMessage(`Stored the credential ${label} for ${host}.`);
}
