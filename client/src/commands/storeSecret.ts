// Keeps a connection's secret under a name that `${secret:NAME}` can use.
import { window } from 'vscode';
import { secretName } from '../credentials/secretStore.ts';
import type { Parts } from '../parts.ts';
import { askSecret } from '../ui/askCredential.ts';

export async function storeSecret({ secrets }: Parts): Promise<void> {
  const name = await window.showInputBox({
    title: 'Store secret',
    prompt: 'The name that connection files use: ${secret:NAME}',
    placeHolder: 'KAFKA_PASSWORD',
    ignoreFocusOut: true,
    validateInput: (text) =>
      secretName.test(text) ? undefined : 'Use letters, digits, dot, hyphen and underscore, at most 100 of them.',
  });
  const value = name && (await askSecret('Store secret', `The value of \${secret:${name}}`));
  if (!name || !value) return;
  await secrets.store(name, value);
  await window.showInformationMessage(`Stored the secret ${name}. Connection files can say \${secret:${name}}.`);
}
