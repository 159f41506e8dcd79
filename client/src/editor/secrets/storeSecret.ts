// Keeps a connection's secret under a name that `${secret:NAME}` can use.
import { l10n } from 'vscode';
import type { Parts } from '../parts.ts';
import { secretNameFrom } from './askSecretName.ts';
import { storeTyped } from './storeSecretValue.ts';

/** With a `name`, as a lens or a quick fix gives it, only the value is asked for. */
export async function storeSecret(parts: Parts, given: string | undefined): Promise<void> {
  const name = await secretNameFrom(given, l10n.t('Store secret'));
  await storeTyped(parts, name);
}
