// Forgets a connection's secret.
import { window } from 'vscode';
import type { Parts } from '../parts.ts';

export async function removeSecret({ secrets }: Parts): Promise<void> {
  const names = secrets.names();
  if (names.length === 0) {
    await window.showInformationMessage('No secret is stored. Store one with “Stream Connection: Store Secret”.');
    return;
  }
  const name = await window.showQuickPick(names, { title: 'Remove secret', placeHolder: 'Which secret to remove' });
  if (!name) return;
  await secrets.remove(name);
  await window.showInformationMessage(`Removed the secret ${name}.`);
}
