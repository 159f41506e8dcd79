// Keeps the text of a file as a secret: a box for typing has one line, and a private key has many.
import { l10n } from 'vscode';
import type { Uses } from '../services.ts';
import { secretNameFrom } from './askSecretName.ts';
import { storeFromFile } from './storeSecretValue.ts';

export async function storeSecretFromFile(services: Uses<'secrets'>, given: string | undefined): Promise<void> {
  const name = await secretNameFrom(given, l10n.t('Store secret from file'));
  await storeFromFile(services, name);
}
