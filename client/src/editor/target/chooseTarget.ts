// Chooses the credential, where there are several, and the project and stream instance that connections go to.

import { l10n, type Uri } from 'vscode';
import type { StreamTarget } from '../../core/atlas/endpoint.ts';
import type { CredentialEntry } from '../../core/place.ts';
import { openSession } from '../credentials/openSession.ts';
import { chooseCredential } from '../credentials/pickCredential.ts';
import { askAndReplace } from '../credentials/storeCredential.ts';
import { isOwnFile } from '../files/workspaceFile.ts';
import type { Uses } from '../services.ts';
import { askScope } from './askScope.ts';
import { askTarget } from './askTarget.ts';
import { saveTarget } from './saveTarget.ts';

/** `file` is the one whose target it becomes, with all of its folder. */
export async function chooseTarget(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets' | 'workspaceState'>,
  file: Uri | undefined,
): Promise<void> {
  const scope = file && isOwnFile(file) ? file : await askScope(services, l10n.t('Choose target: folder'));
  await chooseTargetWith(services, await chooseCredential(services), scope);
}

/** Asks with `credential` and saves the answer as the target of `scope`. */
export async function chooseTargetWith(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets'>,
  credential: CredentialEntry,
  scope: Uri | null,
): Promise<StreamTarget> {
  const session = await openSession(services, credential);
  const answer = await askTarget(session.client);
  if (answer === 'replace') {
    const { entry } = await askAndReplace(services, credential);
    return chooseTargetWith(services, entry, scope);
  }
  await saveTarget(services, answer, scope);
  return answer;
}
