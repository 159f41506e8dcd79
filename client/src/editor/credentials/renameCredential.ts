// Gives a stored credential another label.
import { l10n } from 'vscode';
import type { CredentialEntry } from '../../core/place.ts';
import type { Parts } from '../parts.ts';
import { say } from '../window/say.ts';
import { askLabel } from './askCredential.ts';
import { credentialGone } from './atlasSessions.ts';
import { askToReplace } from './openSession.ts';
import { credentialOrPick } from './pickCredential.ts';
import { sayStored } from './sayStored.ts';

/** With a node of the view, the credential that it is of. */
export async function renameCredential(parts: Parts, given: CredentialEntry | string | undefined): Promise<void> {
  const entry = await credentialOrPick(parts, given, l10n.t('Which credential to rename'));
  const others = (await parts.credentials.list()).filter(({ id }) => id !== entry.id);
  const label = await askLabel(entry.label, others);
  if (label === entry.label) return;
  const renamed = await parts.credentials.rename(entry.id, label);
  const { label: old, host } = entry;
  if (!renamed) {
    await sayStored(parts, 'replaced', await askToReplace(parts, { ...entry, label }, credentialGone(entry)));
  } else if (renamed.kind !== 'lost') {
    await say.information(l10n.t('The credential {old} for {host} is called {label} now.', { old, host, label }));
  }
}
