// The last question before anything is sent: what goes where, and which sources are read for it.

import { l10n, type Uri } from 'vscode';
import type { PreparedRequest } from '../../../../server/src/protocol.ts';
import type { ConnectionPlace } from '../../core/place.ts';
import { lookAtSources } from '../../core/placeholders/look.ts';
import { fileLine, withFile } from '../files/describeFile.ts';
import { filePath } from '../files/workspaceFile.ts';
import { describeSources, findOtherUses } from '../secrets/describeSources.ts';
import { placeholderReaders } from '../secrets/placeholderReaders.ts';
import type { Uses } from '../services.ts';
import { describePlace } from '../target/describePlace.ts';
import { agree, refuse } from '../window/ask.ts';
import { type Verb, wordsFor } from './verbs.ts';

export interface SendQuestion {
  readonly file: Uri;
  readonly request: PreparedRequest;
  readonly place: ConnectionPlace;
  readonly verb: Verb;
}

/** Asks whether to send what the file holds. Where a source cannot be used, says so instead of asking. */
export async function confirmSend(services: Uses<'secrets'>, question: SendQuestion): Promise<void> {
  const { file, request, place } = question;
  const { placeholders } = request;
  const searching = findOtherUses(placeholders);
  const looked = await lookAtSources(placeholders, placeholderReaders(services, file));
  if (looked.kind === 'unusable') {
    return refuse(withFile(`${l10n.t('Nothing was sent.')} ${looked.reason}`, file));
  }
  const { consent, question: ask, warning } = wordsFor(question.verb);
  const sent = { uri: file.toString(), path: filePath(file), sources: looked.sources };
  const sources = describeSources([sent], await searching);
  const detail = [fileLine(file), ...(warning ? [warning, ''] : []), ...describe(question), ...sources];
  await agree('information', ask(place.name), detail.join('\n'), consent);
}

function describe({ request, place }: SendQuestion): string[] {
  return [...describePlace(place), l10n.t('Type: {0}', request.type ?? l10n.t('none'))];
}
