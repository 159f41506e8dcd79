// Which credential to use: the only one, the one this workspace used last, or the one a person picks.

import { EventEmitter, l10n } from 'vscode';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { cancel, pick } from '../window/ask.ts';
import { say } from '../window/say.ts';
import { askAndAdd } from './storeCredential.ts';

const inUseKey = 'streamconn.credentialInUse';

const putAnother = new EventEmitter<void>();

/** Called when another credential is the one in use here. */
export const onDidPutInUse = putAnother.event;

/** The credential in use, asking only where that is not clear; with none stored, asks for one. */
export async function credentialInUse(services: Uses<'credentials' | 'workspaceState'>): Promise<CredentialEntry> {
  return (await clearCredential(services)) ?? chooseCredential(services);
}

/** The credential that is in use here, or the only one; undefined where that is not clear. Asks nobody. */
export async function clearCredential(
  services: Uses<'credentials' | 'workspaceState'>,
): Promise<CredentialEntry | undefined> {
  const all = await services.credentials.list();
  return all.find(({ id }) => id === lastUsed(services)) ?? (all.length === 1 ? all[0] : undefined);
}

/** Asks which of several to use from now on. */
export async function chooseCredential(services: Uses<'credentials' | 'workspaceState'>): Promise<CredentialEntry> {
  const all = await services.credentials.list();
  const [first, ...others] = all;
  if (!first) return (await askAndAdd(services)).entry;
  const entry =
    others.length === 0 ? first : await pickCredential(services, l10n.t('Which credential signs in to Atlas here'));
  if (entry.id !== lastUsed(services)) await putInUse(services, entry.id);
  return entry;
}

/** Makes the credential with this id the one that is in use here. */
export async function putInUse({ workspaceState }: Uses<'workspaceState'>, id: string): Promise<void> {
  await workspaceState.update(inUseKey, id);
  putAnother.fire();
}

/** Lets a person pick one of the stored credentials; says so where there is none. */
export async function pickCredential(
  services: Uses<'credentials' | 'workspaceState'>,
  placeHolder: string,
): Promise<CredentialEntry> {
  const all = await services.credentials.list();
  if (all.length === 0) {
    await say.information(l10n.t('No Atlas credential is stored. Add one with “Stream Connection: Add Credential”.'));
    return cancel();
  }
  const items = all.map((entry) => ({
    label: entry.label,
    description: describe(entry),
    detail: [
      entry.host,
      ...(entry.publicPart === entry.label ? [] : [entry.publicPart]),
      ...(entry.id === lastUsed(services) ? [l10n.t('in use here')] : []),
    ].join(' · '),
    entry,
  }));
  return (await pick(items, { title: l10n.t('Atlas credentials'), placeHolder, matchOnDetail: true })).entry;
}

/** This credential, if it is still there, or the one with this id, as a button gives it; else the one that a person picks. */
export async function credentialOrPick(
  services: Uses<'credentials' | 'workspaceState'>,
  given: CredentialEntry | string | undefined,
  placeHolder: string,
): Promise<CredentialEntry> {
  const wanted = typeof given === 'object' ? given.id : given;
  const found = (await services.credentials.list()).find(({ id }) => id === wanted);
  if (found || typeof given !== 'object') return found ?? pickCredential(services, placeHolder);
  await say.information(l10n.t('This credential was removed.'));
  return cancel();
}

function describe({ kind, isGone }: CredentialEntry): string {
  if (isGone) return l10n.t('No longer stored');
  return kind === 'serviceAccount' ? l10n.t('Service account') : l10n.t('API key');
}

function lastUsed({ workspaceState }: Uses<'workspaceState'>): string | undefined {
  return workspaceState.get<string>(inUseKey);
}
