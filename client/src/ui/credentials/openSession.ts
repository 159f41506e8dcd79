// Opens the session of a credential, or says what stands in the way.

import { l10n } from 'vscode';
import type { OpenSession } from '../../atlasSessions.ts';
import type { Unavailable } from '../../core/failure.ts';
import type { CredentialEntry, Place } from '../../core/place.ts';
import type { Parts } from '../../parts.ts';
import { say } from '../say.ts';
import { askAndReplace, type Stored } from './storeCredential.ts';

/** Undefined where there is none and the person does not give the credential new values, if those would help. */
export async function openSession(parts: Parts, entry: CredentialEntry): Promise<OpenSession | undefined> {
  const result = await parts.atlas.open(entry);
  if (result.kind === 'open') return result;
  const replaced = await sayUnavailable(parts, entry, result);
  return replaced && openSession(parts, replaced.entry);
}

/** The place, where its credential can sign in; otherwise undefined, as above. */
export async function openPlace<P extends Place>(parts: Parts, place: P): Promise<P | undefined> {
  return (await openSession(parts, place.credential)) && place;
}

/** Says what stands in the way; the credential with new values, where the person gives it some. */
export async function sayUnavailable(
  parts: Parts,
  entry: CredentialEntry,
  { reason, replaceable }: Unavailable,
): Promise<Stored | undefined> {
  const replace = l10n.t('Replace Credential');
  const answer = await say.error(reason, ...(replaceable ? [replace] : []));
  return answer === replace ? askAndReplace(parts, entry) : undefined;
}
