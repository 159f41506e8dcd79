// Signs in with a credential to see whether it works: asks Atlas for the projects and says what comes of it.
import type { Uri } from 'vscode';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { openSession } from '../ui/openSession.ts';
import { credentialOrPick } from '../ui/pickCredential.ts';
import { withProgress } from '../ui/progress.ts';
import { isSignInFailure, reportFailure } from '../ui/report.ts';
import { say } from '../ui/say.ts';
import { askAndReplace } from '../ui/storeCredential.ts';

/** With an `id`, as buttons give it, that credential; else the one that a person picks. */
export async function testCredential(parts: Parts, _: Uri | undefined, id?: unknown): Promise<void> {
  const entry = await credentialOrPick(parts, id, 'Which credential to test');
  if (entry) await testSignIn(parts, entry);
}

async function testSignIn(parts: Parts, entry: CredentialEntry): Promise<void> {
  const session = await openSession(parts, entry);
  if (!session) return;
  const outcome = await withProgress(`Signing in to ${entry.host} as ${entry.label}…`, (call) =>
    session.client.listProjects(call),
  );
  if (outcome.kind === 'cancelled') return;
  if (outcome.kind === 'ok') {
    await say.information(success(entry, outcome.value.length));
    return;
  }
  const replace = isSignInFailure(outcome);
  if (!(await reportFailure(outcome, { next: replace ? 'Replace Credential' : 'Test Again' }))) return;
  const next = replace ? (await askAndReplace(parts, entry))?.entry : entry;
  if (next) await testSignIn(parts, next);
}

function success({ label, publicPart, host }: CredentialEntry, projects: number): string {
  const who = label === publicPart ? label : `${label} (${publicPart})`;
  const visible =
    projects === 0
      ? 'No project is visible: give it a role in a project.'
      : `${projects} ${projects === 1 ? 'project is' : 'projects are'} visible.`;
  return `Signed in to ${host} as ${who}. ${visible}`;
}
