// A connection file beside what Atlas has under its name: asks, compares, and words what cannot be told.

import { l10n, type Uri } from 'vscode';
import type { CompareResult } from '../../../../server/src/deployedProtocol.ts';
import { toDotted } from '../../../../server/src/jsonPointer.ts';
import type { Failure } from '../../core/failure.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Place } from '../../core/place.ts';
import type { Uses } from '../services.ts';
import { sayNoAnswer } from '../target/failures.ts';
import { askForDeployed } from '../target/readDeployed.ts';
import { cancel, refuse } from '../window/ask.ts';
import type { PreparedFile } from './askPrepared.ts';
import type { Deploying } from './deploying.ts';
import { closeComparisons } from './shownComparisons.ts';

export type Comparison =
  | { readonly kind: 'absent' }
  | { readonly kind: 'compared'; readonly connection: JsonObject; readonly result: CompareResult };

/**
 * What comes of comparing. Where Atlas does not tell, or the two cannot be compared, says so, which ends the command; `scope` is
 * the file where its target is what was asked, and not a place of the Connections view.
 */
export async function compareWithDeployed(
  services: Deploying,
  place: Place,
  prepared: PreparedFile,
  scope: Uri | undefined,
): Promise<Comparison> {
  const found = await compareSilently(services, place, prepared);
  if (isComparison(found)) return found;
  await sayNoAnswer(services, found, place, scope);
  return cancel();
}

/** `changed`: Atlas has another connection there by now than the one that was seen, or none. */
export type SecondLook =
  | { readonly kind: 'changed' }
  /** Without a result, Atlas has none there. */
  | { readonly kind: 'unchanged'; readonly result?: CompareResult };

/**
 * Looks at what an update goes over, right before it; `seen` is what it was agreed to upon, if anything was shown. Without a
 * word where Atlas did not tell.
 */
export async function lookAgain(
  services: Uses<'atlas' | 'compare' | 'comparisons' | 'forgetRefusal'>,
  place: Place,
  prepared: PreparedFile,
  seen: CompareResult | undefined,
): Promise<SecondLook | Failure> {
  const now = await compareSilently(services, place, prepared);
  if (now.kind === 'absent') return { kind: seen ? 'changed' : 'unchanged' };
  if (now.kind !== 'compared') return now;
  // As it was shown: other states move on, and what the diff leaves out changes nothing that was agreed to.
  const hasChanged = seen && (now.connection.state === 'DELETING' || now.result.deployed !== seen.deployed);
  return hasChanged ? { kind: 'changed' } : { kind: 'unchanged', result: now.result };
}

async function compareSilently(
  services: Uses<'atlas' | 'compare' | 'comparisons' | 'forgetRefusal'>,
  place: Place,
  { file, request, name }: PreparedFile,
): Promise<Comparison | Failure> {
  const answer = await askForDeployed(services, { ...place, name });
  if (answer.kind !== 'ok') return answer;
  if (answer.value === 'absent') {
    await closeComparisons(services, place, name);
    return { kind: 'absent' };
  }
  const connection = answer.value;
  // The name may have been typed; as it is sent, it is the connection's.
  const result = await services.compare({ body: { ...request.body, name }, connection });
  if (result?.upToDate) {
    services.forgetRefusal(file.toString());
    await closeComparisons(services, place, name, file);
  }
  if (!result) return refuse(l10n.t('The two cannot be compared: one of them nests too deeply.'));
  return { kind: 'compared', connection, result };
}

function isComparison(found: Comparison | Failure): found is Comparison {
  return found.kind === 'compared' || found.kind === 'absent';
}

/** Sentences, beginning with a space; empty where all can be compared. */
export function uncomparedText({ uncompared }: CompareResult): string {
  if (uncompared.length === 0) return '';
  return ` ${l10n.t('Not comparable, because Atlas or the file doesn’t contain it: {0}.', describePlaces(uncompared))}`;
}

/** JSON Pointers as people read them, such as `aws.roleArn`. */
export function describePlaces(pointers: readonly string[]): string {
  return pointers.map(toDotted).join(', ');
}
