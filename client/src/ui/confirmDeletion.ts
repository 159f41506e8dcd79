// The questions before a connection is deleted: whether, with all that hangs on it, and its name typed by hand.
import { window } from 'vscode';
import type { Processor } from '../atlas/resources.ts';
import type { CredentialEntry } from '../credentials/credentialStore.ts';
import type { ConnectionAddress } from '../view/nodes.ts';
import { say } from './say.ts';

/** What shall be deleted, and who asks Atlas for it. */
export interface Deletion {
  readonly address: ConnectionAddress;
  readonly credential: CredentialEntry;
}

/** `users`: the processors that use it; undefined where Atlas does not tell. */
export async function confirmDeletion(
  { address, credential }: Deletion,
  users: readonly Processor[] | undefined,
): Promise<boolean> {
  const { name, projectName, groupId, tenantName } = address;
  const proceed = 'Delete Connection';
  const detail = [
    `Host: ${credential.host}`,
    `Credential: ${credential.label}`,
    `Project: ${projectName === groupId ? groupId : `${projectName} (${groupId})`}`,
    `Stream instance (workspace): ${tenantName}`,
    `Connection: ${name}`,
    '',
    ...describeUsers(users),
    'This cannot be undone. You will be asked for its name next.',
  ];
  const question = `Delete the connection “${name}” from Atlas?`;
  if ((await say.warning(question, { modal: true, detail: detail.join('\n') }, proceed)) !== proceed) return false;
  const typed = await window.showInputBox({
    title: 'Delete connection',
    prompt: `Type ${name} to delete this connection from ${tenantName}.`,
    ignoreFocusOut: true,
    validateInput: (text) => (text === name ? undefined : `Type ${name}, or press Escape to keep it.`),
  });
  return typed === name;
}

/** Names that a question has room for. */
const shownAtMost = 10;

function describeUsers(users: readonly Processor[] | undefined): string[] {
  if (!users) return ['Which stream processors use it could not be found out.'];
  if (users.length === 0) return ['No stream processor uses it.'];
  const more = users.length - shownAtMost;
  return [
    'Used by stream processors; Atlas refuses while one of them runs:',
    ...users.slice(0, shownAtMost).map((user) => `• ${nameWithState(user)}`),
    ...(more > 0 ? [`… and ${more} more`] : []),
    '',
  ];
}

/** A processor as `name (STATE)`. */
export function nameWithState({ name, state }: Processor): string {
  return state === undefined ? name : `${name} (${state})`;
}
