// Gives a stored credential new values, for the same host and kind.
import { l10n } from 'vscode';
import type { CredentialEntry } from '../../core/place.ts';
import type { Parts } from '../parts.ts';
import { credentialOrPick } from './pickCredential.ts';
import { sayStored } from './sayStored.ts';
import { askAndReplace } from './storeCredential.ts';

/** Of this credential, or of that with this id, as buttons give it; else of the one that a person picks. */
export async function replaceCredential(parts: Parts, given: CredentialEntry | string | undefined): Promise<void> {
  await replaceAndSay(parts, await credentialOrPick(parts, given, l10n.t('Which credential to replace')));
}

/** Asks for the new values, and says where they are kept. */
export async function replaceAndSay(parts: Parts, entry: CredentialEntry): Promise<void> {
  await sayStored(parts, 'replaced', await askAndReplace(parts, entry));
}
