// Sends one connection whose placeholders have become values, the secrets of which no outcome shows.
import { isDeepStrictEqual } from 'node:util';
import type { Uri } from 'vscode';
import type { PreparedRequest } from '../../../server/src/protocol.ts';
import type { AtlasClient } from '../atlas/atlasClient.ts';
import type { Call } from '../atlas/retry.ts';
import type { Parts } from '../parts.ts';
import type { ResolveResult } from '../placeholders/resolve.ts';
import { secretsIn } from '../redaction/secretPaths.ts';
import { requestQuery } from '../settings.ts';
import type { Sending } from '../ui/report.ts';

export type Question = Omit<Sending, 'secrets' | 'outcome'>;

export type Resolved = ResolveResult & { readonly kind: 'resolved' };

/** What came of it, together with what was asked. */
export async function sendBody(
  parts: Parts,
  client: AtlasClient,
  question: Question,
  resolved: Resolved,
  call: Call,
): Promise<Sending> {
  const { file, request, name, verb, target } = question;
  const full = { ...resolved.body, name };
  const secrets = [...resolved.values, ...secretsIn(full, request.secretPaths)];
  const options = { ...requestQuery(), secrets };
  await parts.sending(file.toString());
  const outcome = await (verb === 'create'
    ? client.createConnection(target, full, options, call)
    : client.updateConnection(target, name, full, options, call));
  return { ...question, secrets, outcome };
}

/** Whether the file still says what was agreed to: between question and answer, it can be edited. */
export async function isAsPrepared(parts: Parts, file: Uri, { body }: PreparedRequest): Promise<boolean> {
  const now = await parts.prepareRequest(file.toString());
  return now.kind === 'prepared' && isDeepStrictEqual(now.request.body, body);
}
