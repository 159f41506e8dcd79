// Opens the session of a credential, or says what stands in the way.
import { l10n } from 'vscode';
import type { OpenSession } from '../../atlasSessions.ts';
import type { CredentialEntry } from '../../credentials/credentialStore.ts';
import type { Parts } from '../../parts.ts';
import { say } from '../say.ts';
import { askAndReplace } from './storeCredential.ts';

/** Undefined where there is none and the person does not give the credential new values, if those would help. */
export async function openSession(parts: Parts, entry: CredentialEntry): Promise<OpenSession | undefined> {
  const result = await parts.atlas.open(entry);
  if (result.kind === 'open') return result;
  const replace = l10n.t('Replace Credential');
  const answer = await say.error(result.reason, ...(result.replaceable ? [replace] : []));
  const replaced = answer === replace ? await askAndReplace(parts, entry) : undefined;
  return replaced && openSession(parts, replaced.entry);
}
