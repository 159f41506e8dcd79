// Compares a connection file with the connection that Atlas has under its name. Nothing is sent.
import { type Uri, window } from 'vscode';
import type { Parts } from '../parts.ts';
import { askUnchecked } from '../ui/askPrepared.ts';
import { compareWithDeployed, showComparison, uncomparedText } from '../ui/comparison.ts';
import { say } from '../ui/say.ts';
import { createConnection } from './sendConnection.ts';
import { openTargetInUse } from './targetInUse.ts';

/** `uri` is the file's; without it, the file in the active editor. */
export async function compareWithAtlas(parts: Parts, uri: Uri | undefined): Promise<void> {
  const file = uri ?? window.activeTextEditor?.document.uri;
  const prepared = await askUnchecked(parts, file);
  const open = file && prepared && (await openTargetInUse(parts));
  if (!open) return;
  const { name } = prepared;
  const { tenantName } = open.target;
  const comparison = await compareWithDeployed(parts, open, prepared);
  if (!comparison) return;
  if (comparison.kind === 'absent') {
    const create = 'Create Connection';
    const message = `There is no connection “${name}” in ${tenantName}, so there is nothing to compare with.`;
    if ((await say.information(message, create)) === create) await createConnection(parts, file);
    return;
  }
  const { result } = comparison;
  if (result.inStep) {
    await say.information(`“${name}” in ${tenantName} and the file are in step.${uncomparedText(result)}`);
  } else {
    await showComparison(parts, file, name, result);
  }
}
