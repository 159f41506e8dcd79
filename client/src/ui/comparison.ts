// A connection file beside what Atlas has under its name: asks, shows the diff, and words what cannot be told.
import { l10n, type Uri } from 'vscode';
import type { CompareResult } from '../../../server/src/deployedProtocol.ts';
import type { JsonObject } from '../atlas/outcome.ts';
import type { Parts } from '../parts.ts';
import type { PreparedFile } from './askPrepared.ts';
import { showDiff } from './documents/comparisonDocuments.ts';
import { fileName } from './files/fileAt.ts';
import { type OpenTarget, readDeployed } from './openTarget.ts';
import { say } from './say.ts';

export type Comparison =
  | { readonly kind: 'absent' }
  | { readonly kind: 'compared'; readonly connection: JsonObject; readonly result: CompareResult };

/** Undefined where Atlas did not tell, or the two cannot be compared; then it has been said why. */
export async function compareWithDeployed(
  parts: Parts,
  open: OpenTarget,
  { request, name }: PreparedFile,
): Promise<Comparison | undefined> {
  const connection = await readDeployed(parts, open, name);
  if (connection === 'absent') return { kind: 'absent' };
  const result = connection && (await parts.compare({ body: request.body, connection }));
  if (result === null) await say.error(l10n.t('The two cannot be compared: one of them nests too deeply.'));
  return connection && result ? { kind: 'compared', connection, result } : undefined;
}

/** Whether Atlas has another connection there by now than the one `seen`, or none; undefined where it did not tell. */
export async function hasChangedSince(
  parts: Parts,
  open: OpenTarget,
  prepared: PreparedFile,
  seen: CompareResult,
): Promise<boolean | undefined> {
  const now = await compareWithDeployed(parts, open, prepared);
  // As it was shown: states move on, and what the diff leaves out changes nothing that was agreed to.
  return now && (now.kind === 'absent' || now.result.deployed !== seen.deployed);
}

/** What Atlas has on the left, the file on the right, both as they were compared and read-only. */
export async function showComparison(parts: Parts, file: Uri, name: string, result: CompareResult): Promise<void> {
  const left = parts.comparisons.keep(l10n.t('{0} in Atlas', name), result.deployed);
  const right = parts.comparisons.keep(l10n.t('{0} in the file', name), result.file);
  await showDiff(left, right, l10n.t('{name} in Atlas ↔ {file}', { name, file: fileName(file) }));
}

/** Sentences, beginning with a space; empty where all can be compared. */
export function uncomparedText({ uncompared }: CompareResult): string {
  if (uncompared.length === 0) return '';
  return ` ${l10n.t('Not comparable, for Atlas or the file does not tell it: {0}.', describePlaces(uncompared))}`;
}

/** JSON Pointers as people read them, such as `aws.roleArn`. */
export function describePlaces(pointers: readonly string[]): string {
  return pointers.map((pointer) => pointer.slice(1).replaceAll('/', '.')).join(', ');
}
