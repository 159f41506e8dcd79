// The last question before anything is sent: what goes where, and which sources are read for it.
import type { Uri } from 'vscode';
import type { PreparedRequest } from '../../../server/src/protocol.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { Parts } from '../parts.ts';
import { lookAtSources, type SeenSource } from '../placeholders/look.ts';
import type { ChosenTarget } from '../targetStore.ts';
import { placeholderReaders } from './placeholderReaders.ts';
import { say } from './say.ts';
import { type Verb, verbs } from './verbs.ts';

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
  const looked = await lookAtSources(question.request.placeholders, placeholderReaders(parts, file));
  if (looked.kind === 'unusable') {
    await say.error(`Nothing was sent. ${looked.reason}`);
    return false;
  }
  const { title, warning } = verbs[question.verb];
  const consent = `${title} Connection`;
  const detail = [...(warning ? [warning, ''] : []), ...describe(question), ...describeSources(looked.sources)];
  const answer = await say.information(
    `${title} the connection “${question.name}” in Atlas?`,
    { modal: true, detail: detail.join('\n') },
    consent,
  );
  return answer === consent;
}

function describe({ request, name, credential, target, projectName }: SendQuestion): string[] {
  return [
    `Host: ${credential.host}`,
    `Credential: ${credential.label}`,
    `Project: ${projectName ? `${projectName} (${target.groupId})` : target.groupId}`,
    `Stream instance (workspace): ${target.tenantName}`,
    `Connection: ${name}`,
    `Type: ${request.type ?? 'none'}`,
  ];
}

const headings = [
  ['secret', 'Secrets read'],
  ['env', 'Environment variables read'],
  ['file', 'Files read'],
] as const;

function describeSources(sources: readonly SeenSource[]): string[] {
  return headings.flatMap(([kind, heading]) => {
    const named = sources
      .filter((source) => source.kind === kind)
      .map(({ name, note }) => (note ? `${name} (${note})` : name));
    return named.length > 0 ? [`${heading}: ${named.join(', ')}`] : [];
  });
}
