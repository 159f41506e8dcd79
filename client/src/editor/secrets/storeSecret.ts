// Keeps a connection's secret under a name that `${secret:NAME}` can use: typed, from a file, or from the clipboard.
import { l10n } from 'vscode';
import type { Uses } from '../services.ts';
import { secretNameFrom } from './askSecretName.ts';
import { readClipboard, storeFromClipboard, storeFromFile, storeTyped } from './storeSecretValue.ts';

/** With a `name`, as a lens or a quick fix gives it, only the value is asked for. */
export async function storeSecret(services: Uses<'secrets'>, given: string | undefined): Promise<void> {
  const name = await secretNameFrom(given, l10n.t('Store secret'));
  await storeTyped(services, name);
}

/** The same with the text of a file: a box for typing has one line, and a private key has many. */
export async function storeSecretFromFile(services: Uses<'secrets'>, given: string | undefined): Promise<void> {
  const name = await secretNameFrom(given, l10n.t('Store secret from file'));
  await storeFromFile(services, name);
}

/** The same with the text of the clipboard, with all of its lines. */
export async function storeSecretFromClipboard(
  services: Uses<'log' | 'secrets'>,
  given: string | undefined,
): Promise<void> {
  // Read first: while the name is asked for, it may be the name that is copied.
  const text = await readClipboard(services);
  const name = await secretNameFrom(given, l10n.t('Store secret from clipboard'));
  await storeFromClipboard(services, name, text);
}
