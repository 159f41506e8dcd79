// Signs in with a credential to see whether it works: asks Atlas for the projects and says what comes of it.

import { l10n } from 'vscode';
import { isSignInFailure } from '../../core/failure.ts';
import { describeFailure } from '../../core/failureText.ts';
import type { CredentialEntry } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { refuseUnless } from '../window/ask.ts';
import { withProgress } from '../window/progress.ts';
import { say } from '../window/say.ts';
import { openSession } from './openSession.ts';
import { credentialOrPick } from './pickCredential.ts';
import { askAndReplace } from './storeCredential.ts';

/** With an `id`, as buttons give it, that credential; else the one that a person picks. */
export async function testCredential(
  services: Uses<'atlas' | 'credentials' | 'workspaceState'>,
  given: CredentialEntry | string | undefined,
): Promise<void> {
  const entry = await credentialOrPick(services, given, l10n.t('Which credential to test'));
  await testSignIn(services, entry);
}

/** The same for this one; where the sign-in fails, it can be tried again. */
export async function testSignIn(services: Uses<'atlas' | 'credentials'>, entry: CredentialEntry): Promise<void> {
  const session = await openSession(services, entry);
  const title = l10n.t('Signing in to {host} as {label}…', { host: entry.host, label: entry.label });
  const outcome = await withProgress(title, (call) => session.client.listProjects(call));
  if (outcome.kind === 'cancelled') return;
  if (outcome.kind === 'ok') {
    await say.information(success(entry, outcome.value.length));
    return;
  }
  const replace = isSignInFailure(outcome);
  await refuseUnless(describeFailure(outcome), replace ? l10n.t('Replace Credential') : l10n.t('Test Again'));
  await testSignIn(services, replace ? (await askAndReplace(services, entry)).entry : entry);
}

function success({ label, publicPart, host }: CredentialEntry, projects: number): string {
  const who = label === publicPart ? label : `${label} (${publicPart})`;
  return `${l10n.t('Signed in to {host} as {who}.', { host, who })} ${visible(projects)}`;
}

function visible(projects: number): string {
  if (projects === 0) return l10n.t('No project is visible: give it a role in a project.');
  return projects === 1 ? l10n.t('1 project is visible.') : l10n.t('{0} projects are visible.', projects);
}
