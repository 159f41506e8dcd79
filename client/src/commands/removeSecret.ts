// Forgets a connection's secret, after a question where connection files still name it.
import { window, workspace } from 'vscode';
import type { Parts } from '../parts.ts';
import { findSecretUses, type SecretUses } from '../secretUses.ts';
import { withProgressIfSlow } from '../ui/progressIfSlow.ts';
import { say } from '../ui/say.ts';

export async function removeSecret(parts: Parts): Promise<void> {
  const names = parts.secrets.names();
  if (names.length === 0) {
    await say.information('No secret is stored. Store one with “Stream Connection: Store Secret”.');
    return;
  }
  const name = await window.showQuickPick(names, { title: 'Remove secret', placeHolder: 'Which secret to remove' });
  if (!name) return;
  // Of a workspace that is not trusted nothing is read.
  const uses = workspace.isTrusted
    ? await withProgressIfSlow(`Looking for files that use ${name}…`, findSecretUses)
    : ({ kind: 'found', files: new Map(), isComplete: true } as const);
  if (uses.kind === 'found') await removeUnlessUsed(parts, name, uses);
}

/** Asks where a file still names the secret, or may. */
export async function removeUnlessUsed(
  { secrets }: Parts,
  name: string,
  { files, isComplete }: Extract<SecretUses, { kind: 'found' }>,
): Promise<void> {
  const users = files.get(name) ?? [];
  if ((users.length > 0 || !isComplete) && !(await mayRemove(name, users, isComplete))) return;
  if (await secrets.remove(name)) {
    await say.information(`Removed the secret ${name}.`);
    return;
  }
  await say.error(`The keyring of this machine did not let go of the secret ${name}. Unlock it and try again.`);
}

/** Names that a question has room for. */
const shownAtMost = 10;

async function mayRemove(name: string, users: readonly string[], isComplete: boolean): Promise<boolean> {
  const remove = 'Remove';
  const more = users.length - shownAtMost;
  const detail = [
    ...users.slice(0, shownAtMost),
    ...(more > 0 ? [`… and ${more} more`] : []),
    ...(isComplete ? [] : ['Not every connection file could be looked at.']),
    'Whoever sends a connection that names it will be asked for the value.',
  ];
  const question =
    users.length > 0
      ? `Remove the secret ${name}, although connection files name it?`
      : `Remove the secret ${name}, which connection files may name?`;
  return (await say.warning(question, { modal: true, detail: detail.join('\n') }, remove)) === remove;
}
