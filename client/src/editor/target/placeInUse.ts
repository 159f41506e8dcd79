// Where the connections of a file or folder go and are looked up: the target of its settings, or one that is chosen now.

import { l10n, type Uri } from 'vscode';
import { checkGroupId, checkTenantName, type StreamTarget } from '../../core/atlas/endpoint.ts';
import type { CredentialEntry, Place } from '../../core/place.ts';
import { openSession } from '../credentials/openSession.ts';
import { credentialInUse } from '../credentials/pickCredential.ts';
import type { Uses } from '../services.ts';
import { refuseUnless } from '../window/ask.ts';
import { chooseTargetWith } from './chooseTarget.ts';

/** The target of `scope`, or one that a person chooses for it now. */
export async function targetInUse(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets'>,
  credential: CredentialEntry,
  scope: Uri | null,
): Promise<StreamTarget> {
  const target = services.targets.get(scope);
  if (!target) return chooseTargetWith(services, credential, scope);
  const wrong = checkGroupId(target.groupId) ?? checkTenantName(target.tenantName);
  if (!wrong) return target;
  const unusable = l10n.t('The target in the settings cannot be used.');
  await refuseUnless(`${unusable} ${wrong}`, l10n.t('Choose Target'));
  return chooseTargetWith(services, credential, scope);
}

/** The target of `scope`, and a credential that can sign in there. */
export async function placeInUse(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets' | 'workspaceState'>,
  scope: Uri | null,
): Promise<Place> {
  const credential = await credentialInUse(services);
  const target = await targetInUse(services, credential, scope);
  await openSession(services, credential);
  return { credential, ...target, projectName: services.targets.projectName(target.groupId) };
}
