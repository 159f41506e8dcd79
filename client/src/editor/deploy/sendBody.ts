// Sends one connection whose placeholders have become values, the secrets of which no outcome shows.
import { isDeepStrictEqual } from 'node:util';
import type { Uri } from 'vscode';
import type { CompareResult } from '../../../../server/src/deployedProtocol.ts';
import { fromPointer } from '../../../../server/src/jsonPointer.ts';
import type { PreparedRequest } from '../../../../server/src/protocol.ts';
import { isSecretPlace } from '../../../../server/src/secrets.ts';
import type { AtlasClient } from '../../core/atlas/atlasClient.ts';
import type { Call } from '../../core/atlas/retry.ts';
import { type JsonObject, setAt } from '../../core/json.ts';
import { type ResolveResult, resolvePlaceholders } from '../../core/placeholders/resolve.ts';
import { secretsIn } from '../../core/redaction/secretPaths.ts';
import { isUnsaved } from '../files/describeFile.ts';
import { openText } from '../files/liveText.ts';
import { placeholderReaders } from '../secrets/placeholderReaders.ts';
import type { Uses } from '../services.ts';
import { requestQuery } from '../window/settings.ts';
import type { SendQuestion } from './confirmSend.ts';
import type { Sending } from './report.ts';
import { closeComparisons } from './shownComparisons.ts';

export interface Question extends SendQuestion {
  /** What an update goes over. */
  readonly seen?: CompareResult | undefined;
}

export type Resolved = ResolveResult & { readonly kind: 'resolved' };

/** Puts the values in the places of the file's placeholders, as far as they may stand there. */
export function resolveRequest(
  services: Uses<'secrets'>,
  file: Uri,
  { body, placeholders, secretPaths }: PreparedRequest,
) {
  const maySecretStandAt = (path: readonly string[]) => isSecretPlace(path, secretPaths);
  return resolvePlaceholders({ body, placeholders, maySecretStandAt }, placeholderReaders(services, file));
}

/** What came of it, together with what was asked. */
export async function sendBody(
  services: Uses<'comparisons' | 'forgetRefusal' | 'log'>,
  client: AtlasClient,
  question: Question,
  resolved: Resolved,
  call: Call,
): Promise<Sending> {
  const { file, request, verb, place, seen } = question;
  const { name } = place;
  const full = withEmptied({ ...resolved.body, name }, seen?.emptied ?? []);
  const secrets = [...resolved.values, ...secretsIn(full, request.secretPaths)];
  services.log.conceal(secrets);
  const options = { ...requestQuery(), secrets };
  const unsaved = isUnsaved(file);
  services.forgetRefusal(file.toString());
  const outcome = await (verb === 'create'
    ? client.createConnection(place, full, options, call)
    : client.updateConnection(place, name, full, options, call));
  const isSame = outcome.kind !== 'ok' && !('maybeDone' in outcome && outcome.maybeDone);
  if (!isSame) await closeComparisons(services, place, name);
  return { ...question, unsaved, secrets, outcome };
}

/** Says of each of these maps that it is empty: Atlas may keep the entries of one that is not in the body. */
function withEmptied(body: JsonObject, pointers: readonly string[]): JsonObject {
  return pointers.reduce((result, pointer) => setAt(result, fromPointer(pointer), {}), body);
}

/** Whether the file still says what was agreed to: between question and answer it can be edited, and its tab be closed. */
export async function isAsPrepared(
  services: Uses<'prepareRequest'>,
  file: Uri,
  { body }: PreparedRequest,
): Promise<boolean> {
  await openText(file);
  const now = await services.prepareRequest(file.toString());
  return now.kind === 'prepared' && isDeepStrictEqual(now.request.body, body);
}
