// Keeps a connection's secret under a name that `${secret:NAME}` can use.
import { l10n, type Uri } from 'vscode';
import type { Parts } from '../parts.ts';
import { secretNameFrom } from '../ui/secrets/askSecretName.ts';
import { storeTyped } from '../ui/secrets/storeSecretValue.ts';

/** With a `name`, as a lens or a quick fix gives it, only the value is asked for. */
export async function storeSecret(parts: Parts, _: Uri | undefined, given?: unknown): Promise<void> {
  const name = await secretNameFrom(given, l10n.t('Store secret'));
  if (name) await storeTyped(parts, name);
}
