// Forgets a stored credential and revokes its token.
import { window } from 'vscode';
import type { Parts } from '../parts.ts';
import { pickCredential } from '../ui/pickCredential.ts';

export async function removeCredential(parts: Parts): Promise<void> {
  const entry = await pickCredential(parts, 'Which credential to remove');
  if (!entry) return;
  await parts.atlas.close(entry.id);
  await parts.credentials.remove(entry.id);
  await window.showInformationMessage(`Removed the credential ${entry.label} for ${entry.host}.`);
}
