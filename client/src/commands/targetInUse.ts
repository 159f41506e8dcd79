// Where the connections of a file or folder go and are looked up: the target of its settings, or one that is chosen now.

import { l10n, type Uri } from 'vscode';
import { checkGroupId, checkTenantName, type StreamTarget } from '../core/atlas/endpoint.ts';
import type { CredentialEntry, Place } from '../core/place.ts';
import type { Parts } from '../parts.ts';
import { openSession } from '../ui/credentials/openSession.ts';
import { credentialInUse } from '../ui/credentials/pickCredential.ts';
import { say } from '../ui/say.ts';
import { chooseTargetWith } from './chooseTarget.ts';

/** The target of `scope`, or one that a person chooses for it now; undefined when cancelled. */
export async function targetInUse(
  parts: Parts,
  credential: CredentialEntry,
  scope: Uri | null,
): Promise<StreamTarget | undefined> {
  const target = parts.targets.get(scope);
  if (!target) return chooseTargetWith(parts, credential, scope);
  const wrong = checkGroupId(target.groupId) ?? checkTenantName(target.tenantName);
  if (!wrong) return target;
  const chooseAnew = l10n.t('Choose Target');
  const answer = await say.error(`${l10n.t('The target in the settings cannot be used.')} ${wrong}`, chooseAnew);
  return answer === chooseAnew ? chooseTargetWith(parts, credential, scope) : undefined;
}

/**
 * The target of `scope`, and a credential that can sign in there. Returns undefined if the person cancels, or after showing
 * why there is none.
 */
export async function placeInUse(parts: Parts, scope: Uri | null): Promise<Place | undefined> {
  const credential = await credentialInUse(parts);
  const target = credential && (await targetInUse(parts, credential, scope));
  if (!target || !(await openSession(parts, credential))) return undefined;
  return { credential, ...target, projectName: parts.targets.projectName(target.groupId) };
}
