// The last question before anything is sent: what goes where, and which sources are read for it.
import { window } from 'vscode';
import type { PreparedRequest } from '../../../server/src/protocol.ts';
import type { ChosenTarget } from '../targetStore.ts';

export interface CreateQuestion {
  readonly request: PreparedRequest;
  readonly name: string;
  readonly host: string;
  readonly target: ChosenTarget;
  readonly projectName: string | undefined;
}

/** Whether the person consents. */
export async function confirmCreate(question: CreateQuestion): Promise<boolean> {
  const create = 'Create Connection';
  const answer = await window.showInformationMessage(
    `Create the connection “${question.name}” in Atlas?`,
    { modal: true, detail: describe(question) },
    create,
  );
  return answer === create;
}

function describe({ request, name, host, target, projectName }: CreateQuestion): string {
  const sources = [...new Set(request.placeholders.map(({ kind, name: source }) => `\${${kind}:${source}}`))];
  return [
    `Host: ${host}`,
    `Project: ${projectName ? `${projectName} (${target.groupId})` : target.groupId}`,
    `Stream instance (workspace): ${target.tenantName}`,
    `Connection: ${name}`,
    `Type: ${request.type ?? 'none'}`,
    ...(sources.length > 0 ? [`Read for it: ${sources.join(', ')}`] : []),
  ].join('\n');
}
