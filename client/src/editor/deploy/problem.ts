// A refusal of Atlas as a problem in the file: told to the language server, shown on request.

import { l10n, languages, Range, type Uri } from 'vscode';
import type { Located, Refusal, RefusedResult } from '../../../../server/src/protocol.ts';
import type { AtlasApiError } from '../../core/failure.ts';
import { placeTitle } from '../../core/place.ts';
import type { Redactor } from '../../core/redaction/redactor.ts';
import { openText } from '../files/liveText.ts';
import { showFile } from '../files/showFile.ts';
import { filePath } from '../files/workspaceFile.ts';
import type { Uses } from '../services.ts';
import { say } from '../window/say.ts';
import type { SendQuestion } from './confirmSend.ts';

/** Puts the refusal of what was sent into the file, every text of it redacted; undefined where the server is not there. */
export async function putIntoFile(
  { refused }: Uses<'refused'>,
  { file, request: { body }, place }: SendQuestion,
  error: AtlasApiError,
  redact: Redactor,
): Promise<RefusedResult | undefined> {
  const where = redact(placeTitle(place));
  const refusal = { target: where, ...toRefusal(error, redact) };
  // What Atlas said is told in any case, in a message.
  return refused({ uri: file.toString(), body, refusal }, place).catch(() => undefined);
}

function toRefusal({ status, badRequestDetail, parameters, ...error }: AtlasApiError, redact: Redactor): Refusal {
  const { errorCode, reason, detail } = error;
  const toText = (value: unknown) => redact(typeof value === 'string' ? value : JSON.stringify(value));
  const fields = badRequestDetail?.fields.map(({ field, description }) => ({
    field: redact(field),
    description: redact(description),
  }));
  return {
    status,
    ...(errorCode === undefined ? {} : { errorCode: redact(errorCode) }),
    ...(reason === undefined ? {} : { reason: redact(reason) }),
    ...(detail === undefined ? {} : { detail: redact(detail) }),
    ...(parameters ? { parameters: parameters.map(toText) } : {}),
    ...(fields ? { fields } : {}),
  };
}

/** Opens the file at the problem; where the file has changed since `place` was told, at where the problem is now. */
export async function showProblem(services: Uses<'log'>, file: Uri, { range: { start, end } }: Located): Promise<void> {
  const document = await openText(file);
  if (!document) {
    await say.error(l10n.t('{0} cannot be shown as text.', filePath(file)));
    return;
  }
  const now = languages.getDiagnostics(file).find(({ source }) => source === 'Atlas')?.range;
  const selection = now ?? new Range(start.line, start.character, end.line, end.character);
  await showFile(services, file, { selection });
}
