// Pulls every connection of an instance into a folder: the plan first, then the new files at once, then those that differ.
import { type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { Parts } from '../parts.ts';
import { askPullFolder } from '../ui/askPullFolder.ts';
import { listDeployed, openAddress } from '../ui/openTarget.ts';
import { withProgress } from '../ui/progress.ts';
import { fileName, replaceAsking } from '../ui/pulledFile.ts';
import { type PlannedFile, planPull } from '../ui/pullPlan.ts';
import { say } from '../ui/say.ts';
import { isInstanceNode } from '../view/nodes.ts';
import { openTargetInUse } from './targetInUse.ts';

/** Of an instance of the Connections view, or of the target. Nothing is written before the plan is agreed to. */
export async function pullAll(parts: Parts, _file: Uri | undefined, node?: unknown): Promise<void> {
  const open = isInstanceNode(node) ? await openAddress(parts, node) : await openTargetInUse(parts);
  const all = open && (await listDeployed(parts, open));
  if (!all) return;
  const { tenantName } = open.target;
  if (all.length === 0) {
    await say.information(`There are no connections in ${tenantName} yet.`);
    return;
  }
  const folder = await askPullFolder('Pull all connections');
  const plan =
    folder &&
    (await withProgress(`Comparing ${all.length} connections with the folder…`, ({ signal }) =>
      planPull(parts, folder, all, signal),
    ));
  if (folder && plan) await carryOut(parts, plan, tenantName, folder);
}

async function carryOut(parts: Parts, plan: readonly PlannedFile[], tenantName: string, folder: Uri): Promise<void> {
  const those = (is: PlannedFile['is']) => plan.filter((file) => file.is === is);
  const [created, different, same] = [those('new'), those('differs'), those('same')];
  if (created.length + different.length === 0) {
    await say.information(`All ${plan.length} files say what Atlas has. Secrets cannot be compared.`);
    return;
  }
  if (!(await confirmPlan(plan, tenantName, folder))) return;
  if (!(await createAll(parts, created))) return;
  const replaced = await replaceEach(parts, different);
  const counts = [
    `${created.length} new`,
    `${replaced} replaced`,
    `${different.length - replaced} left as they were`,
    `${same.length} the same already`,
  ];
  await say.information(
    `Pulled the connections of ${tenantName}: ${counts.join(', ')}. Store their secrets by the lenses.`,
  );
}

const headings = [
  ['new', 'New files'],
  ['differs', 'Files that differ: each is shown as a diff before you decide'],
  ['same', 'Files that say the same already'],
] as const;

/** Names that a question has room for. */
const shownAtMost = 8;

async function confirmPlan(plan: readonly PlannedFile[], tenantName: string, folder: Uri): Promise<boolean> {
  const detail = headings.flatMap(([is, heading]) => {
    const files = plan.filter((file) => file.is === is).map(({ uri }) => fileName(uri));
    const more = files.length > shownAtMost ? ` … and ${files.length - shownAtMost} more` : '';
    return files.length === 0 ? [] : [`${heading} (${files.length}): ${files.slice(0, shownAtMost).join(', ')}${more}`];
  });
  const counted = plan.length === 1 ? 'the connection' : `${plan.length} connections`;
  const question = `Pull ${counted} of ${tenantName} into ${workspace.asRelativePath(folder)}?`;
  const pull = 'Pull';
  return (await say.information(question, { modal: true, detail: detail.join('\n') }, pull)) === pull;
}

/** In one edit; a file that has come about meanwhile is not written to. */
async function createAll(parts: Parts, files: readonly PlannedFile[]): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { uri, connection } of files) {
    const file = await parts.fileOf(connection);
    if (file) edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(file.text) });
  }
  if (files.length === 0 || (await workspace.applyEdit(edit))) return true;
  await say.error('Not every file could be made. See whether the folder can be written to, then pull again.');
  return false;
}

/** How many were replaced; stops where the person closes the question. */
async function replaceEach(parts: Parts, files: readonly PlannedFile[]): Promise<number> {
  let replaced = 0;
  for (const { uri, connection } of files) {
    const end = await replaceAsking(parts, uri, connection, true);
    if (end === 'stopped') break;
    if (end === 'replaced') replaced++;
  }
  return replaced;
}
