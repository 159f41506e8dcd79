// Keeps a connection's secret under a name that `${secret:NAME}` can use.
import { type Uri, window } from 'vscode';
import { secretName } from '../credentials/secretNames.ts';
import type { Parts } from '../parts.ts';
import { askSecret } from '../ui/askCredential.ts';
import { askSecretName } from '../ui/askSecretName.ts';

/** With a `name`, as a lens or a quick fix gives it, only the value is asked for. */
export async function storeSecret({ secrets }: Parts, _: Uri | undefined, given?: unknown): Promise<void> {
  const known = typeof given === 'string' && secretName.test(given) ? given : undefined;
  const name = known ?? (await askSecretName('Store secret'));
  const value = name && (await askSecret('Store secret', `The value of \${secret:${name}}`));
  if (!name || !value) return;
  await secrets.store(name, value);
  await window.showInformationMessage(`Stored the secret ${name}. Connection files can say \${secret:${name}}.`);
}
