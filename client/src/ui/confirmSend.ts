// The last question before anything is sent: what goes where, and which sources are read for it.

import { l10n, type Uri } from 'vscode';
import type { PreparedRequest } from '../../../server/src/protocol.ts';
import type { ConnectionPlace, Place } from '../core/place.ts';
import { lookAtSources } from '../core/placeholders/look.ts';
import type { Parts } from '../parts.ts';
import { filePath } from '../workspaceFile.ts';
import { agree, refuse } from './ask.ts';
import { describeSources, findOtherUses } from './describeSources.ts';
import { describeFile, withFile } from './files/describeFile.ts';
import { placeholderReaders } from './secrets/placeholderReaders.ts';
import { type Verb, wordsFor } from './verbs.ts';

export interface SendQuestion {
  readonly file: Uri;
  readonly request: PreparedRequest;
  readonly place: ConnectionPlace;
  readonly verb: Verb;
}

/** Asks whether to send what the file holds. Where a source cannot be used, says so instead of asking. */
export async function confirmSend(parts: Parts, question: SendQuestion): Promise<void> {
  const { file, request, place } = question;
  const { placeholders } = request;
  const searching = findOtherUses(placeholders);
  const looked = await lookAtSources(placeholders, placeholderReaders(parts, file));
  if (looked.kind === 'unusable') {
    return refuse(withFile(`${l10n.t('Nothing was sent.')} ${looked.reason}`, file));
  }
  const { consent, question: ask, warning } = wordsFor(question.verb);
  const sent = { uri: file.toString(), path: filePath(file), sources: looked.sources };
  const sources = describeSources([sent], await searching);
  const detail = [fileLine(file), ...(warning ? [warning, ''] : []), ...describe(question), ...sources];
  await agree('information', ask(place.name), detail.join('\n'), consent);
}

/** The file that a question is about; its first line. */
export function fileLine(file: Uri): string {
  return l10n.t('File: {0}', describeFile(file));
}

function describe({ request, place }: SendQuestion): string[] {
  return [...describePlace(place), l10n.t('Type: {0}', request.type ?? l10n.t('none'))];
}

/** Where one connection is or will be, or several are, and who asks for it, line by line. */
export function describePlace(place: Place | ConnectionPlace): string[] {
  const { credential, projectName, groupId, tenantName } = place;
  return [
    l10n.t('Host: {0}', credential.host),
    l10n.t('Credential: {0}', credential.label),
    l10n.t('Project: {0}', projectName === undefined ? groupId : `${projectName} (${groupId})`),
    l10n.t('Stream instance (workspace): {0}', tenantName),
    ...('name' in place ? [l10n.t('Connection: {0}', place.name)] : []),
  ];
}
