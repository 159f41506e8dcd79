// Gives a stored credential another label.
import { l10n, type Uri } from 'vscode';
import { credentialGone } from '../atlasSessions.ts';
import type { Parts } from '../parts.ts';
import { askLabel } from '../ui/credentials/askCredential.ts';
import { sayUnavailable } from '../ui/credentials/openSession.ts';
import { credentialOrPick } from '../ui/credentials/pickCredential.ts';
import { sayStored } from '../ui/credentials/storeCredential.ts';
import { say } from '../ui/say.ts';

/** With a node of the view, the credential that it is of. */
export async function renameCredential(parts: Parts, _: Uri | undefined, node?: unknown): Promise<void> {
  const entry = await credentialOrPick(parts, node, l10n.t('Which credential to rename'));
  if (!entry) return;
  const others = (await parts.credentials.list()).filter(({ id }) => id !== entry.id);
  const label = await askLabel(entry.label, others);
  if (!label || label === entry.label) return;
  const renamed = await parts.credentials.rename(entry.id, label);
  const { label: old, host } = entry;
  if (!renamed) {
    const replaced = await sayUnavailable(parts, { ...entry, label }, credentialGone(entry));
    if (replaced) await sayStored('replaced', replaced);
  } else if (renamed.kind !== 'lost') {
    await say.information(l10n.t('The credential {old} for {host} is called {label} now.', { old, host, label }));
  }
}
