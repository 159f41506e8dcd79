// Where connections go to and are looked up: the target of the settings, or one that is chosen now.
import { l10n } from 'vscode';
import { checkGroupId, checkTenantName } from '../atlas/endpoint.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import type { ChosenTarget } from '../targetStore.ts';
import { openSession } from '../ui/credentials/openSession.ts';
import { credentialInUse } from '../ui/credentials/pickCredential.ts';
import type { OpenTarget } from '../ui/openTarget.ts';
import { say } from '../ui/say.ts';
import { chooseTargetWith } from './chooseTarget.ts';

/** The target of the settings, or one that a person chooses now; undefined when cancelled. */
export async function targetInUse(parts: Parts, credential: CredentialEntry): Promise<ChosenTarget | undefined> {
  const target = parts.targets.get();
  if (!target) return chooseTargetWith(parts, credential);
  const wrong = checkGroupId(target.groupId) ?? checkTenantName(target.tenantName);
  if (!wrong) return target;
  const chooseAnew = l10n.t('Choose Target');
  const answer = await say.error(`${l10n.t('The target in the settings cannot be used.')} ${wrong}`, chooseAnew);
  return answer === chooseAnew ? chooseTargetWith(parts, credential) : undefined;
}

/** Signed in at the target in use; undefined where the person cancels, or it was said why. */
export async function openTargetInUse(parts: Parts): Promise<OpenTarget | undefined> {
  const credential = await credentialInUse(parts);
  const target = credential && (await targetInUse(parts, credential));
  const session = target && (await openSession(parts, credential));
  return session && { client: session.client, credential, target };
}
