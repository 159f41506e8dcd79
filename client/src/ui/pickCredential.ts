// Which credential to use: the only one, the one this workspace used last, or the one a person picks.
import { window } from 'vscode';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { askCredential } from './askCredential.ts';

const inUseKey = 'streamconn.credentialInUse';

/** The credential in use, asking only where that is not clear; with none stored, asks for one. */
export async function credentialInUse(parts: Parts): Promise<CredentialEntry | undefined> {
  const all = parts.credentials.list();
  if (all.length === 0) {
    const credential = await askCredential();
    return credential && parts.credentials.add(credential);
  }
  const last = parts.workspaceState.get<string>(inUseKey);
  const clear = all.length === 1 ? all[0] : all.find(({ id }) => id === last);
  const entry = clear ?? (await pickCredential(parts, 'Which credential signs in to Atlas here'));
  if (entry && entry.id !== last) await parts.workspaceState.update(inUseKey, entry.id);
  return entry;
}

/** Lets a person pick one of the stored credentials; says so where there is none. */
export async function pickCredential(
  { credentials }: Parts,
  placeHolder: string,
): Promise<CredentialEntry | undefined> {
  const all = credentials.list();
  if (all.length === 0) {
    await window.showInformationMessage(
      'No Atlas credential is stored. Add one with “Stream Connection: Add Credential”.',
    );
    return undefined;
  }
  const items = all.map((entry) => ({
    label: entry.label,
    description: entry.kind === 'serviceAccount' ? 'Service account' : 'API key',
    detail: entry.host,
    entry,
  }));
  return (await window.showQuickPick(items, { title: 'Atlas credentials', placeHolder, ignoreFocusOut: true }))?.entry;
}
