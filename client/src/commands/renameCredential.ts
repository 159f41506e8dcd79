// Gives a stored credential another label.
import { l10n } from 'vscode';
import { credentialGone } from '../atlasSessions.ts';
import type { Parts } from '../parts.ts';
import { askLabel } from '../ui/credentials/askCredential.ts';
import { askToReplace } from '../ui/credentials/openSession.ts';
import { credentialOrPick } from '../ui/credentials/pickCredential.ts';
import { sayStored } from '../ui/credentials/storeCredential.ts';
import { say } from '../ui/say.ts';
import type { ViewNode } from '../view/nodes.ts';

/** With a node of the view, the credential that it is of. */
export async function renameCredential(parts: Parts, of: ViewNode | string | undefined): Promise<void> {
  const entry = await credentialOrPick(parts, of, l10n.t('Which credential to rename'));
  const others = (await parts.credentials.list()).filter(({ id }) => id !== entry.id);
  const label = await askLabel(entry.label, others);
  if (label === entry.label) return;
  const renamed = await parts.credentials.rename(entry.id, label);
  const { label: old, host } = entry;
  if (!renamed) {
    await sayStored('replaced', await askToReplace(parts, { ...entry, label }, credentialGone(entry)));
  } else if (renamed.kind !== 'lost') {
    await say.information(l10n.t('The credential {old} for {host} is called {label} now.', { old, host, label }));
  }
}
