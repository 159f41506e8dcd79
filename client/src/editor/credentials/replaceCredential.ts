// Replaces the values of a stored credential; its host and kind stay the same.
import { l10n } from 'vscode';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { credentialOrPick } from './pickCredential.ts';
import { sayStored } from './sayStored.ts';
import { askAndReplace } from './storeCredential.ts';

/** Of this credential, or of that with this id, as buttons give it; else of the one that a person picks. */
export async function replaceCredential(
  services: Uses<'atlas' | 'credentials' | 'workspaceState'>,
  given: CredentialEntry | string | undefined,
): Promise<void> {
  await replaceAndSay(services, await credentialOrPick(services, given, l10n.t('Which credential to replace')));
}

/** Asks for the new values, and says where they are kept. */
export async function replaceAndSay(services: Uses<'atlas' | 'credentials'>, entry: CredentialEntry): Promise<void> {
  await sayStored(services, 'replaced', await askAndReplace(services, entry));
}
