// Chooses the credential, where there are several, and the project and stream instance that connections go to.
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import type { ChosenTarget } from '../targetStore.ts';
import { askTarget } from '../ui/askTarget.ts';
import { openSession } from '../ui/credentials/openSession.ts';
import { chooseCredential } from '../ui/credentials/pickCredential.ts';
import { askAndReplace } from '../ui/credentials/storeCredential.ts';

export async function chooseTarget(parts: Parts): Promise<void> {
  const credential = await chooseCredential(parts);
  if (credential) await chooseTargetWith(parts, credential);
}

/** Asks with `credential` and remembers the answer in the workspace settings; undefined when cancelled. */
export async function chooseTargetWith(parts: Parts, credential: CredentialEntry): Promise<ChosenTarget | undefined> {
  const session = await openSession(parts, credential);
  if (!session) return undefined;
  const answer = await askTarget(session.client);
  if (answer === 'replace') {
    const replaced = await askAndReplace(parts, credential);
    return replaced && chooseTargetWith(parts, replaced.entry);
  }
  if (!answer) return undefined;
  await parts.targets.set(answer.target, answer.projectName);
  return answer.target;
}
