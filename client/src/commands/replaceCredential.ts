// Gives a stored credential new values, for the same host and kind.
import { l10n } from 'vscode';
import type { Parts } from '../parts.ts';
import { credentialOrPick } from '../ui/credentials/pickCredential.ts';
import { askAndReplace, sayStored } from '../ui/credentials/storeCredential.ts';
import type { ViewNode } from '../view/nodes.ts';

/** With an `id`, as buttons give it, that credential; else the one that a person picks. */
export async function replaceCredential(parts: Parts, of: ViewNode | string | undefined): Promise<void> {
  const entry = await credentialOrPick(parts, of, l10n.t('Which credential to replace'));
  await sayStored('replaced', await askAndReplace(parts, entry));
}
