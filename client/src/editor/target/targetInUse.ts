// Where the connections of a file or folder go and are looked up: the target of its settings, or one that is chosen now.

import { l10n, type Uri } from 'vscode';
import { checkGroupId, checkTenantName, type StreamTarget } from '../../core/atlas/endpoint.ts';
import type { CredentialEntry, Place } from '../../core/place.ts';
import { openSession } from '../credentials/openSession.ts';
import { credentialInUse } from '../credentials/pickCredential.ts';
import type { Parts } from '../parts.ts';
import { refuseUnless } from '../window/ask.ts';
import { chooseTargetWith } from './chooseTarget.ts';

/** The target of `scope`, or one that a person chooses for it now. */
export async function targetInUse(parts: Parts, credential: CredentialEntry, scope: Uri | null): Promise<StreamTarget> {
  const target = parts.targets.get(scope);
  if (!target) return chooseTargetWith(parts, credential, scope);
  const wrong = checkGroupId(target.groupId) ?? checkTenantName(target.tenantName);
  if (!wrong) return target;
  const unusable = l10n.t('The target in the settings cannot be used.');
  await refuseUnless(`${unusable} ${wrong}`, l10n.t('Choose Target'));
  return chooseTargetWith(parts, credential, scope);
}

/** The target of `scope`, and a credential that can sign in there. */
export async function placeInUse(parts: Parts, scope: Uri | null): Promise<Place> {
  const credential = await credentialInUse(parts);
  const target = await targetInUse(parts, credential, scope);
  await openSession(parts, credential);
  return { credential, ...target, projectName: parts.targets.projectName(target.groupId) };
}
