// Keeps a connection's secret under a name that `${secret:NAME}` can use.
import { l10n } from 'vscode';
import type { Uses } from '../services.ts';
import { secretNameFrom } from './askSecretName.ts';
import { storeTyped } from './storeSecretValue.ts';

/** With a `name`, as a lens or a quick fix gives it, only the value is asked for. */
export async function storeSecret(services: Uses<'secrets'>, given: string | undefined): Promise<void> {
  const name = await secretNameFrom(given, l10n.t('Store secret'));
  await storeTyped(services, name);
}
