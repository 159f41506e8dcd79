// Where the connections of a file or folder go and are looked up: the target of its settings, or one that is chosen now.
import { l10n, type Uri } from 'vscode';
import { checkGroupId, checkTenantName } from '../core/atlas/endpoint.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import type { ChosenTarget } from '../targetStore.ts';
import { askTargetScope } from '../ui/askScope.ts';
import { openSession } from '../ui/credentials/openSession.ts';
import { credentialInUse } from '../ui/credentials/pickCredential.ts';
import type { OpenTarget } from '../ui/openTarget.ts';
import { say } from '../ui/say.ts';
import { chooseTargetWith } from './chooseTarget.ts';

/** The target of `scope`, or one that a person chooses for it now; undefined when cancelled. */
export async function targetInUse(
  parts: Parts,
  credential: CredentialEntry,
  scope: Uri | null,
): Promise<ChosenTarget | undefined> {
  const target = parts.targets.get(scope);
  if (!target) return chooseTargetWith(parts, credential, scope);
  const wrong = checkGroupId(target.groupId) ?? checkTenantName(target.tenantName);
  if (!wrong) return target;
  const chooseAnew = l10n.t('Choose Target');
  const answer = await say.error(`${l10n.t('The target in the settings cannot be used.')} ${wrong}`, chooseAnew);
  return answer === chooseAnew ? chooseTargetWith(parts, credential, scope) : undefined;
}

/** The same for a command that names no file: whose target is meant is asked only where the folders have several. */
export async function openAskedTarget(parts: Parts, title: string): Promise<OpenTarget | undefined> {
  const scope = await askTargetScope(parts, title);
  return scope === undefined ? undefined : openTargetInUse(parts, scope);
}

/** A session at the target of `scope`. Returns undefined if the person cancels, or after showing why there is none. */
export async function openTargetInUse(parts: Parts, scope: Uri | null): Promise<OpenTarget | undefined> {
  const credential = await credentialInUse(parts);
  const target = credential && (await targetInUse(parts, credential, scope));
  const session = target && (await openSession(parts, credential));
  return session && { client: session.client, credential, target, scope };
}
