// Says what went wrong with Atlas, and leads on where it is the credential or the target.
import { l10n, type Uri } from 'vscode';
import { isSameTarget } from '../../core/atlas/endpoint.ts';
import { type Failure, isSignInFailure, isTargetMissing } from '../../core/failure.ts';
import { describeFailure } from '../../core/failureText.ts';
import type { CredentialEntry, Place } from '../../core/place.ts';
import { replaceAndSay } from '../credentials/replaceCredential.ts';
import type { Uses } from '../services.ts';
import { say } from '../window/say.ts';
import { chooseTarget } from './chooseTarget.ts';

/** Tells why Atlas did not say what it has; nothing where the person cancelled. `scope` is the file or folder that it was asked for. */
export async function sayNoAnswer(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets' | 'view' | 'workspaceState'>,
  failure: Failure,
  place: Place,
  scope?: Uri | null,
): Promise<void> {
  if (failure.kind === 'cancelled') return;
  const isOfView = !isTargetOf(services, place, scope);
  // Of a project that is gone, Atlas says that the sign-in is wrong.
  if (isOfView && (isTargetMissing(failure) || isSignInFailure(failure))) services.view.refresh();
  if (isOfView && isTargetMissing(failure)) await say.error(goneText(place));
  else await tell(describeFailure(failure), waysOut(services, failure, place, scope));
}

/** Another target would not help. */
function goneText({ projectName, groupId, tenantName }: Place): string {
  return l10n.t(
    'The stream instance (workspace) “{tenantName}” is no longer in {projectName}, or the project itself is gone. The Connections view now shows what there is.',
    { tenantName, projectName: projectName ?? groupId },
  );
}

/** A button, and what it does; gives what to go on with, if anything. */
export type NextStep<T = never> = readonly [button: string, take: () => Promise<T | undefined>];

/** Tells a message with what can be done next; what comes of the step that is chosen. */
export async function tell<T>(message: string, steps: readonly NextStep<T>[]): Promise<T | undefined> {
  const answer = await say.error(message, ...steps.map(([button]) => button));
  return steps.find(([button]) => button === answer)?.[1]();
}

/** Where it is the credential or the target of `scope` that is wrong. */
export function waysOut(
  services: Uses<'atlas' | 'credentials' | 'log' | 'targets' | 'workspaceState'>,
  failure: Failure,
  place: Place,
  scope: Uri | null | undefined,
): NextStep[] {
  if (isSignInFailure(failure)) return [replaceCredential(services, place.credential)];
  const isTarget = isTargetMissing(failure) && isTargetOf(services, place, scope);
  return isTarget
    ? [[l10n.t('Choose Target'), () => chooseTarget(services, scope ?? undefined).then(() => undefined)]]
    : [];
}

/** Whether it is where the file or folder goes now: another place of the Connections view is asked for as it is. */
function isTargetOf({ targets }: Uses<'targets'>, place: Place, scope: Uri | null | undefined): boolean {
  return scope !== undefined && isSameTarget(place, targets.get(scope));
}

/** Asks for new values for the credential. */
export function replaceCredential(services: Uses<'atlas' | 'credentials'>, credential: CredentialEntry): NextStep {
  return [l10n.t('Replace Credential'), () => replaceAndSay(services, credential).then(() => undefined)];
}
