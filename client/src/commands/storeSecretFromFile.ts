// Keeps the text of a file as a secret: a box for typing has one line, and a private key has many.
import { l10n, type Uri } from 'vscode';
import type { Parts } from '../parts.ts';
import { secretNameFrom } from '../ui/secrets/askSecretName.ts';
import { storeFromFile } from '../ui/secrets/storeSecretValue.ts';

export async function storeSecretFromFile(parts: Parts, _: Uri | undefined, given?: unknown): Promise<void> {
  const name = await secretNameFrom(given, l10n.t('Store secret from file'));
  if (name) await storeFromFile(parts, name);
}
