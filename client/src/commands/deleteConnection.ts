// Deletes a connection in Atlas, one of the view or the one that has the open file's name, and waits until it is gone.
import { l10n, type Uri, window } from 'vscode';
import type { AtlasClient } from '../core/atlas/atlasClient.ts';
import { isSignInFailure, isTargetMissing } from '../core/atlas/outcome.ts';
import type { Processor } from '../core/atlas/resources.ts';
import type { Call } from '../core/atlas/retry.ts';
import { deleteWhenDeployed } from '../core/atlas/waitFor.ts';
import type { Parts } from '../parts.ts';
import { type Answer, askAtlas, type NoAnswer, sayNoAnswer } from '../ui/askAtlas.ts';
import { hasOwnName } from '../ui/askPrepared.ts';
import { askProjectName } from '../ui/askProjectName.ts';
import { confirmDeletion, type Deletion } from '../ui/confirmDeletion.ts';
import { openSession } from '../ui/credentials/openSession.ts';
import { credentialInUse } from '../ui/credentials/pickCredential.ts';
import { withFile } from '../ui/files/describeFile.ts';
import { prepareFile } from '../ui/files/prepareFile.ts';
import { reportDeletionFailed } from '../ui/report.ts';
import { say } from '../ui/say.ts';
import { closeComparisons } from '../ui/shownComparisons.ts';
import { connectionId, isConnectionNode } from '../view/nodes.ts';
import { projectQueue } from './projectQueue.ts';
import { targetInUse } from './targetInUse.ts';
import { createTurns } from './turns.ts';

/** A click that comes twice asks about a connection once. What a person may leave open, and waiting, is no part of a turn. */
const turns = createTurns();

/** With a node of the view, that connection; else the file's. Nothing is done before the name has been typed. */
export async function deleteConnection(parts: Parts, file: Uri | undefined, node?: unknown): Promise<void> {
  const named = isConnectionNode(node) ? { address: node } : await addressOfFile(parts, file);
  const deletion = named && (await signIn(parts, named));
  if (!deletion) return;
  const { address } = deletion;
  const busy = l10n.t('"{0}" is already being deleted.', address.name);
  const end = await turns.once(connectionId(address), busy, () => askAndDelete(parts, deletion));
  if (end === 'begun') await parts.waiting.begin(address, 'gone', 'DELETING');
  else if (end) await sayKept(parts, deletion, end);
}

type Named = Omit<Deletion, 'credential'>;

/** Undefined where nobody can sign in; then it has been said why. */
async function signIn(parts: Parts, named: Named): Promise<Deletion | undefined> {
  const { address } = named;
  const credential = (await parts.credentials.list()).find(({ id }) => id === address.credentialId);
  if (!credential) {
    await say.error(l10n.t('The credential was removed, so nothing was deleted. Add it again first.'));
    return undefined;
  }
  return (await openSession(parts, credential)) && { ...named, credential };
}

/** Why the connection is still there, and the processors that use it, as far as Atlas tells. */
interface Kept {
  readonly why: NoAnswer;
  readonly users: readonly Processor[] | undefined;
}

/** `begun` if Atlas is deleting it; undefined if the person canceled, or it was gone already. */
async function askAndDelete(parts: Parts, deletion: Deletion): Promise<Kept | 'begun' | undefined> {
  const found = await findUsers(parts, deletion);
  if (found.kind === 'cancelled') return undefined;
  if (found.kind !== 'ok' && !isOfNoAccount(found)) return { why: found, users: undefined };
  const users = found.kind === 'ok' ? found.value : undefined;
  if (!(await confirmDeletion(deletion, users))) return undefined;
  const why = await deleteNow(parts, deletion);
  return why === undefined || why === 'begun' ? why : { why, users };
}

function findUsers(parts: Parts, { address, credential }: Deletion): Promise<Answer<readonly Processor[]>> {
  const title = l10n.t('Looking for stream processors that use {0}…', address.name);
  return askAtlas(parts, credential, title, (client, call) => client.listProcessorsUsing(address, address.name, call));
}

/** Who may not see processors may all the same delete connections. */
function isOfNoAccount(why: NoAnswer): boolean {
  return why.kind === 'refused' && !isSignInFailure(why) && !isTargetMissing(why);
}

/** `begun` if Atlas is deleting it; undefined if it was gone already. */
async function deleteNow(parts: Parts, deletion: Deletion): Promise<NoAnswer | 'begun' | undefined> {
  const { address, credential } = deletion;
  const { name, tenantName } = address;
  const title = l10n.t('Deleting the connection {0} in Atlas…', name);
  const answer = await askAtlas(parts, credential, title, (client, call) =>
    deleteWhenDeployed({ ...call, attempt: () => deleteInTurn(client, deletion, call) }),
  );
  parts.view.refreshInstance(address);
  if (answer.kind === 'ok') {
    await closeComparisons(parts, { target: address }, name);
    return 'begun';
  }
  if (!isGone(answer)) return answer;
  await say.information(l10n.t('The connection “{name}” in {tenantName} was deleted already.', { name, tenantName }));
  return undefined;
}

/** One try: while Atlas is still setting the connection up, it takes nobody's turn. */
async function deleteInTurn(
  client: AtlasClient,
  { address, credential }: Deletion,
  call: Call,
): ReturnType<AtlasClient['deleteConnection']> {
  const turn = await projectQueue({ credential, target: address }).run(
    // A person who cancels waits for nothing.
    (own) => client.deleteConnection(address, address.name, { ...own, signal: call.signal }),
    call,
  );
  return turn.kind === 'done' ? turn.result : { kind: 'cancelled', maybeDone: false };
}

/** Of its project or instance, and of what stands in between, a 404 says nothing of the connection. */
function isGone(why: NoAnswer): boolean {
  return why.kind === 'refused' && why.error.errorCode === 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME';
}

async function sayKept(parts: Parts, deletion: Deletion, { why, users }: Kept): Promise<void> {
  const isOfView = isConnectionNode(deletion.address);
  if (why.kind === 'unavailable' || (isOfView && isTargetMissing(why))) {
    await sayNoAnswer(parts, why, deletion);
    return;
  }
  // Of a project that is gone, Atlas says that the sign-in is wrong.
  if (isOfView && isSignInFailure(why)) parts.view.refresh();
  await reportDeletionFailed(parts, why, deletion, users);
}

/** The connection that has the file's name in the target; undefined where the person cancels, or it was said why. */
async function addressOfFile(parts: Parts, given: Uri | undefined): Promise<Named | undefined> {
  const found = await nameInFile(parts, given);
  const credential = found && (await credentialInUse(parts));
  const target = credential && (await targetInUse(parts, credential, found.file));
  const session = target && (await openSession(parts, credential));
  if (!session) return undefined;
  const project = await askProjectName(parts, session.client, target.groupId);
  if (project.kind === 'cancelled') return undefined;
  const projectName = (project.kind === 'asked' ? project.name : undefined) ?? target.groupId;
  const { name, file } = found;
  return { address: { credentialId: credential.id, ...target, projectName, name }, file };
}

interface NamedFile {
  readonly file: Uri;
  /** The connection's. */
  readonly name: string;
}

async function nameInFile(parts: Parts, given: Uri | undefined): Promise<NamedFile | undefined> {
  const result = await prepareFile(parts, given);
  switch (result.kind) {
    case 'cancelled':
      return undefined;
    case 'notOpen':
      await say.error(l10n.t('Open a *.streamconn.json file first, or choose a connection in the Connections view.'));
      return undefined;
    case 'unsendable':
      return orAsk(result.file, undefined);
    case 'prepared':
      return (await hasOwnName(result.file, result.request)) ? orAsk(result.file, result.request.name) : undefined;
  }
}

async function orAsk(file: Uri, known: string | undefined): Promise<NamedFile | undefined> {
  const name = known ?? (await askName(file));
  return name === undefined ? undefined : { file, name };
}

async function askName(file: Uri): Promise<string | undefined> {
  const name = await window.showInputBox({
    title: l10n.t('Delete connection: name'),
    prompt: withFile(l10n.t('The file has no "name". Which connection in Atlas should be deleted?'), file),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Type a name, or press Escape to cancel.') : undefined),
  });
  return name?.trim();
}
