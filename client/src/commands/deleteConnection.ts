// Deletes a connection in Atlas, one of the view or the one that has the open file's name, and waits until it is gone.
import { l10n, type Uri, window } from 'vscode';
import type { AtlasClient } from '../atlas/atlasClient.ts';
import { isSignInFailure, type Outcome } from '../atlas/outcome.ts';
import type { Processor } from '../atlas/resources.ts';
import { deleteWhenDeployed, isMissing } from '../atlas/waitFor.ts';
import type { Parts } from '../parts.ts';
import { askProjectName } from '../ui/askProjectName.ts';
import { confirmDeletion, type Deletion } from '../ui/confirmDeletion.ts';
import { openSession } from '../ui/credentials/openSession.ts';
import { credentialInUse } from '../ui/credentials/pickCredential.ts';
import { withProgress } from '../ui/progress.ts';
import { reportDeletionFailed } from '../ui/report.ts';
import { say } from '../ui/say.ts';
import { type ConnectionAddress, connectionId, isConnectionNode } from '../view/nodes.ts';
import { targetInUse } from './targetInUse.ts';
import { createTurns } from './turns.ts';

/** A click that comes twice asks about a connection once. */
const turns = createTurns();

/** With a node of the view, that connection; else the file's. Nothing is done before the name has been typed. */
export async function deleteConnection(parts: Parts, file: Uri | undefined, node?: unknown): Promise<void> {
  const address = isConnectionNode(node) ? node : await addressOfFile(parts, file);
  if (address) await turns.once(connectionId(address), () => deleteAt(parts, address));
}

async function deleteAt(parts: Parts, address: ConnectionAddress): Promise<void> {
  const credential = parts.credentials.list().find(({ id }) => id === address.credentialId);
  if (!credential) {
    await say.error(
      l10n.t('The credential was removed from this machine, so nothing was deleted. Add it again first.'),
    );
    return;
  }
  const session = await openSession(parts, credential);
  if (!session) return;
  const deletion = { address, credential };
  const found = await findUsers(session.client, address);
  if (found.kind === 'cancelled') return;
  if (found.kind !== 'ok' && (found.kind !== 'refused' || isSignInFailure(found))) {
    await reportDeletionFailed(parts, found, deletion, undefined);
    return;
  }
  const users = found.kind === 'ok' ? found.value : undefined;
  if (await confirmDeletion(deletion, users)) await deleteAndReport(parts, session.client, deletion, users);
}

function findUsers(client: AtlasClient, address: ConnectionAddress): Thenable<Outcome<readonly Processor[]>> {
  const title = l10n.t('Looking for stream processors that use {0}…', address.name);
  return withProgress(title, (call) => client.listProcessorsUsing(address, address.name, call));
}

async function deleteAndReport(
  parts: Parts,
  client: AtlasClient,
  deletion: Deletion,
  users: readonly Processor[] | undefined,
): Promise<void> {
  const { address } = deletion;
  const { name, tenantName } = address;
  const outcome = await withProgress(l10n.t('Deleting the connection {0} in Atlas…', name), (call) =>
    deleteWhenDeployed({ ...call, attempt: () => client.deleteConnection(address, name, call) }),
  );
  parts.view.refreshInstance(address);
  if (outcome.kind === 'ok') await parts.waiting.begin(address, 'gone', 'DELETING');
  else if (isMissing(outcome))
    await say.information(l10n.t('The connection “{name}” in {tenantName} was deleted already.', { name, tenantName }));
  else await reportDeletionFailed(parts, outcome, deletion, users);
}

/** The connection that has the file's name in the target; undefined where the person cancels, or it was said why. */
async function addressOfFile(parts: Parts, uri: Uri | undefined): Promise<ConnectionAddress | undefined> {
  const file = uri ?? window.activeTextEditor?.document.uri;
  const result = file && (await parts.prepareRequest(file.toString()));
  if (!result || result.kind === 'notOpen') {
    await say.error(l10n.t('Open a *.streamconn.json file first, or choose a connection in the Connections view.'));
    return undefined;
  }
  const name = result.kind === 'prepared' ? (result.request.name ?? (await askName())) : await askName();
  const credential = name ? await credentialInUse(parts) : undefined;
  const target = credential && (await targetInUse(parts, credential));
  const session = target && (await openSession(parts, credential));
  if (!name || !session) return undefined;
  const project = await askProjectName(parts, session.client, target.groupId);
  if (project.kind === 'cancelled') return undefined;
  const projectName = (project.kind === 'asked' ? project.name : undefined) ?? target.groupId;
  return { credentialId: credential.id, ...target, projectName, name };
}

async function askName(): Promise<string | undefined> {
  const name = await window.showInputBox({
    title: l10n.t('Delete connection: name'),
    prompt: l10n.t('The file does not tell a name. Which connection in Atlas should be deleted?'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Type a name, or press Escape to cancel.') : undefined),
  });
  return name?.trim();
}
