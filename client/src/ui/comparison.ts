// A connection file beside what Atlas has under its name: asks, shows the diff, and words what cannot be told.
import type { Uri } from 'vscode';
import type { CompareResult } from '../../../server/src/deployedProtocol.ts';
import type { JsonObject } from '../atlas/outcome.ts';
import type { Parts } from '../parts.ts';
import type { PreparedFile } from './askPrepared.ts';
import { showDiff } from './comparisonDocuments.ts';
import { type OpenTarget, readDeployed } from './openTarget.ts';
import { fileName } from './pulledFile.ts';
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
  if (result === null) await say.error('The two cannot be compared: one of them nests too deeply.');
  return connection && result ? { kind: 'compared', connection, result } : undefined;
}

/** What Atlas has on the left, the file on the right, both as they were compared and read-only. */
export async function showComparison(parts: Parts, file: Uri, name: string, result: CompareResult): Promise<void> {
  const left = parts.comparisons.keep(`${name} in Atlas`, result.deployed);
  const right = parts.comparisons.keep(`${name} in the file`, result.file);
  await showDiff(left, right, `${name} in Atlas ↔ ${fileName(file)}`);
}

/** Sentences, beginning with a space; empty where all can be compared. */
export function uncomparedText({ uncompared }: CompareResult): string {
  const places = uncompared.map((pointer) => pointer.slice(1).replaceAll('/', '.'));
  return places.length === 0 ? '' : ` Not comparable, for Atlas or the file does not tell it: ${places.join(', ')}.`;
}
