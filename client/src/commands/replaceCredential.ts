// Gives a stored credential new values, for the same host and kind.
import { l10n, type Uri } from 'vscode';
import type { Parts } from '../parts.ts';
import { credentialOrPick } from '../ui/credentials/pickCredential.ts';
import { askAndReplace, sayStored } from '../ui/credentials/storeCredential.ts';

/** With an `id`, as buttons give it, that credential; else the one that a person picks. */
export async function replaceCredential(parts: Parts, _: Uri | undefined, id?: unknown): Promise<void> {
  const entry = await credentialOrPick(parts, id, l10n.t('Which credential to replace'));
  const replaced = entry && (await askAndReplace(parts, entry));
  if (replaced) await sayStored('replaced', replaced);
}
