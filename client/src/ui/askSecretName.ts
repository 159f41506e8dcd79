// Asks what a secret shall be called, and before one is overwritten.
import { type Uri, window } from 'vscode';
import { proposeSecretName, secretName } from '../credentials/secretNames.ts';
import type { Parts } from '../parts.ts';

/** A name that `${secret:NAME}` can use; undefined when cancelled. */
export async function askSecretName(title: string, proposal?: string): Promise<string | undefined> {
  return window.showInputBox({
    title,
    prompt: 'The name that connection files use: ${secret:NAME}',
    placeHolder: 'KAFKA_PASSWORD',
    ...(proposal ? { value: proposal } : {}),
    ignoreFocusOut: true,
    validateInput: (text) =>
      secretName.test(text) ? undefined : 'Use letters, digits, dot, hyphen and underscore, at most 100 of them.',
  });
}

/** Asks for the name of the secret at a JSON Pointer, proposing one after the connection and the key. */
export async function askSecretNameFor(
  parts: Parts,
  title: string,
  uri: Uri,
  pointer: string,
): Promise<string | undefined> {
  const prepared = await parts.prepareRequest(uri.toString());
  const { name, type } = prepared.kind === 'prepared' ? prepared.request : {};
  return askSecretName(title, proposeSecretName(name ?? type ?? '', pointer));
}

/** Stores the secret, unless the name has another value already that the person wants to keep; whether it is stored. */
export async function storeUnlessTaken({ secrets }: Parts, name: string, value: string): Promise<boolean> {
  const stored = await secrets.read(name);
  if (stored === value) return true;
  if (stored !== undefined && !(await mayReplace(name))) return false;
  await secrets.store(name, value);
  return true;
}

async function mayReplace(name: string): Promise<boolean> {
  const replace = 'Replace';
  const answer = await window.showWarningMessage(
    `A secret called ${name} is stored already. Replace its value?`,
    { modal: true, detail: 'Every connection file that names it would get the new value.' },
    replace,
  );
  return answer === replace;
}
