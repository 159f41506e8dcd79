// Keeps the text of a file as a secret: a box for typing has one line, and a private key has many.
import { window } from 'vscode';
import type { Parts } from '../parts.ts';
import { askSecretName, storeUnlessTaken } from '../ui/askSecretName.ts';
import { pickTextFile } from '../ui/pickTextFile.ts';

export async function storeSecretFromFile(parts: Parts): Promise<void> {
  const title = 'Store secret from file';
  const name = await askSecretName(title);
  const picked = name && (await pickTextFile(title));
  if (!picked) return;
  if (picked.kind === 'unreadable') {
    await window.showErrorMessage(`Nothing was stored: ${picked.reason}`);
    return;
  }
  if (!(await storeUnlessTaken(parts, name, picked.text))) return;
  await window.showInformationMessage(`Stored the secret ${name}. Connection files can say \${secret:${name}}.`);
}
