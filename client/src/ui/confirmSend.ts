// The last question before anything is sent: what goes where, and which sources are read for it.
import { l10n, type Uri } from 'vscode';
import type { PreparedRequest } from '../../../server/src/protocol.ts';
import { lookAtSources } from '../core/placeholders/look.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import type { ChosenTarget } from '../targetStore.ts';
import { filePath } from '../workspaceFile.ts';
import { describeSources, findOtherUses } from './describeSources.ts';
import { describeFile, withFile } from './files/describeFile.ts';
import { say } from './say.ts';
import { placeholderReaders } from './secrets/placeholderReaders.ts';
import { type Verb, wordsFor } from './verbs.ts';

export interface SendQuestion {
  readonly request: PreparedRequest;
  readonly name: string;
  readonly verb: Verb;
  readonly credential: CredentialEntry;
  readonly target: ChosenTarget;
  readonly projectName: string | undefined;
}

/** Whether the person consents to send what `file` holds. Where a source cannot be used, says so instead of asking. */
export async function confirmSend(parts: Parts, file: Uri, question: SendQuestion): Promise<boolean> {
  const { placeholders } = question.request;
  const searching = findOtherUses(placeholders);
  const looked = await lookAtSources(placeholders, placeholderReaders(parts, file));
  if (looked.kind === 'unusable') {
    await say.error(withFile(`${l10n.t('Nothing was sent.')} ${looked.reason}`, file));
    return false;
  }
  const { consent, question: ask, warning } = wordsFor(question.verb);
  const sent = { uri: file.toString(), path: filePath(file), sources: looked.sources };
  const sources = describeSources([sent], await searching);
  const detail = [fileLine(file), ...(warning ? [warning, ''] : []), ...describe(question), ...sources];
  const answer = await say.information(ask(question.name), { modal: true, detail: detail.join('\n') }, consent);
  return answer === consent;
}

/** The file that a question is about; its first line. */
export function fileLine(file: Uri): string {
  return l10n.t('File: {0}', describeFile(file));
}

function describe({ request, name, credential, target, projectName }: SendQuestion): string[] {
  return [
    ...describePlace({ credential, projectName, ...target, name }),
    l10n.t('Type: {0}', request.type ?? l10n.t('none')),
  ];
}

/** Where a connection is or will be, and who asks for it, line by line. */
export function describePlace(place: {
  readonly credential: CredentialEntry;
  readonly projectName: string | undefined;
  readonly groupId: string;
  readonly tenantName: string;
  /** Of one connection; absent where there are several. */
  readonly name?: string;
}): string[] {
  const { credential, projectName, groupId, tenantName, name } = place;
  const isNamed = projectName !== undefined && projectName !== groupId;
  return [
    l10n.t('Host: {0}', credential.host),
    l10n.t('Credential: {0}', credential.label),
    l10n.t('Project: {0}', isNamed ? `${projectName} (${groupId})` : groupId),
    l10n.t('Stream instance (workspace): {0}', tenantName),
    ...(name === undefined ? [] : [l10n.t('Connection: {0}', name)]),
  ];
}
