// Opens the session of a credential, or says what stands in the way.

import { l10n } from 'vscode';
import type { Unavailable } from '../../core/failure.ts';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { refuse, refuseUnless } from '../window/ask.ts';
import type { OpenSession } from './atlasSessions.ts';
import { askAndReplace, type Stored } from './storeCredential.ts';

/** The session; where there is none, the person may give the credential new values, or it ends the command. */
export async function openSession(
  services: Uses<'atlas' | 'credentials'>,
  entry: CredentialEntry,
): Promise<OpenSession> {
  const result = await services.atlas.open(entry);
  if (result.kind === 'open') return result;
  const { entry: replaced } = await askToReplace(services, entry, result);
  return openSession(services, replaced);
}

/** Says what stands in the way; gives the credential with new values, if the person gives it some. */
export async function askToReplace(
  services: Uses<'atlas' | 'credentials'>,
  entry: CredentialEntry,
  { reason, replaceable }: Unavailable,
): Promise<Stored> {
  if (!replaceable) return refuse(reason);
  await refuseUnless(reason, l10n.t('Replace Credential'));
  return askAndReplace(services, entry);
}
