// Gives a stored credential another label.
import { l10n } from 'vscode';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { say } from '../window/say.ts';
import { askLabel } from './askCredential.ts';
import { credentialGone } from './atlasSessions.ts';
import { askToReplace } from './openSession.ts';
import { credentialOrPick } from './pickCredential.ts';
import { sayStored } from './sayStored.ts';

/** With a node of the view, the credential that it is of. */
export async function renameCredential(
  services: Uses<'atlas' | 'credentials' | 'workspaceState'>,
  given: CredentialEntry | string | undefined,
): Promise<void> {
  const entry = await credentialOrPick(services, given, l10n.t('Which credential to rename'));
  const others = (await services.credentials.list()).filter(({ id }) => id !== entry.id);
  const label = await askLabel(entry.label, others);
  if (label === entry.label) return;
  const renamed = await services.credentials.rename(entry.id, label);
  const { label: old, host } = entry;
  if (!renamed) {
    await sayStored(services, 'replaced', await askToReplace(services, { ...entry, label }, credentialGone(entry)));
  } else if (renamed.kind !== 'lost') {
    await say.information(l10n.t('The credential {old} for {host} is called {label} now.', { old, host, label }));
  }
}
