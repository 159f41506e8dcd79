// Asks what a secret shall be called.
import { l10n, type Uri } from 'vscode';
import { nameForms } from '../../../../server/src/placeholder.ts';
import { proposeSecretName, secretOwner } from '../../../../server/src/secretNames.ts';
import type { Uses } from '../services.ts';
import { type } from '../window/ask.ts';

/** The name that a command was called with, where it is one; asks for it otherwise. */
export async function secretNameFrom(given: string | undefined, title: string): Promise<string> {
  return given !== undefined && nameForms.secret.test(given) ? given : askSecretName(title);
}

/** A name that `${secret:NAME}` can use. */
export function askSecretName(title: string, proposal?: string): Promise<string> {
  return type({
    title,
    prompt: l10n.t('The name that connection files use: {0}', '${secret:NAME}'),
    placeHolder: 'ORDERS_KAFKA_PASSWORD',
    ...(proposal ? { value: proposal } : {}),
    validateInput: (text) =>
      nameForms.secret.test(text)
        ? undefined
        : l10n.t('Use letters, digits, dot, hyphen and underscore, at most 100 of them.'),
  });
}

/** Asks for the name of the secret at a JSON Pointer, proposing one after the file and the key. */
export async function askSecretNameFor(
  services: Uses<'prepareRequest'>,
  title: string,
  uri: Uri,
  pointer: string,
): Promise<string> {
  const prepared = await services.prepareRequest(uri.toString());
  const owner = secretOwner(uri.toString(), prepared.kind === 'prepared' ? prepared.request : {});
  return askSecretName(title, proposeSecretName(owner, pointer));
}
