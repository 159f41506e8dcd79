// Keeps the text of the clipboard as a secret, with all of its lines.
import { l10n } from 'vscode';
import type { Uses } from '../services.ts';
import { secretNameFrom } from './askSecretName.ts';
import { readClipboard, storeFromClipboard } from './storeSecretValue.ts';

export async function storeSecretFromClipboard(
  services: Uses<'log' | 'secrets'>,
  given: string | undefined,
): Promise<void> {
  // Read first: while the name is asked for, it may be the name that is copied.
  const text = await readClipboard(services);
  const name = await secretNameFrom(given, l10n.t('Store secret from clipboard'));
  await storeFromClipboard(services, name, text);
}
