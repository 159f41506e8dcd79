// Deletes a connection in Atlas, one of the view or the one that has the open file's name, and waits until it is gone.

import { l10n, type Uri } from 'vscode';
import type { AtlasClient } from '../../core/atlas/atlasClient.ts';
import type { Outcome } from '../../core/atlas/outcome.ts';
import type { Processor } from '../../core/atlas/resources.ts';
import type { Call } from '../../core/atlas/retry.ts';
import { projectQueue } from '../../core/deploy/projectQueue.ts';
import { deleteWhenDeployed } from '../../core/deploy/waitFor.ts';
import { type Failure, isSignInFailure, isTargetMissing } from '../../core/failure.ts';
import { type ConnectionPlace, connectionKey } from '../../core/place.ts';
import { openSession } from '../credentials/openSession.ts';
import { withFile } from '../files/describeFile.ts';
import { prepareFile } from '../files/prepareFile.ts';
import type { Uses } from '../services.ts';
import { askAtlas } from '../target/askAtlas.ts';
import { sayNoAnswer } from '../target/failures.ts';
import { placeInUse } from '../target/placeInUse.ts';
import { withProjectName } from '../target/withProjectName.ts';
import { cancel, refuse, type } from '../window/ask.ts';
import { createRunExclusive } from '../window/exclusive.ts';
import { say } from '../window/say.ts';
import { checkOwnName } from './askPrepared.ts';
import { confirmDeletion, type Deletion } from './confirmDeletion.ts';
import type { Deploying } from './deploying.ts';
import { reportDeletionFailed } from './reportDeletion.ts';
import { closeComparisons } from './shownComparisons.ts';

/** A click that comes twice asks about a connection once. What a person may leave open, and waiting, is done outside of it. */
const runExclusive = createRunExclusive();

/** With a node of the view, that connection; else the file's. Nothing is done before the name has been typed. */
export async function deleteConnection(
  services: Deploying,
  node: ConnectionPlace | undefined,
  file: Uri | undefined,
): Promise<void> {
  await deleteAt(services, node ? { place: node } : await connectionOfFile(services, file));
}

/** Asks, deletes, and waits until it is gone; what comes in between is said. */
export async function deleteAt(services: Deploying, deletion: Deletion): Promise<void> {
  const { place } = deletion;
  await openSession(services, place.credential);
  const busy = l10n.t('"{0}" is already being deleted.', place.name);
  const end = await runExclusive(connectionKey(place), busy, () => askAndDelete(services, deletion));
  if (end === 'begun') await services.waiting.begin(place, 'gone', 'DELETING');
  else if (end !== 'gone') await sayKept(services, deletion, end);
}

/** Why the connection is still there, and the processors that use it, as far as Atlas tells. */
interface Kept {
  readonly why: Failure;
  readonly users: readonly Processor[] | undefined;
}

/** `begun` if Atlas is deleting it; `gone` if it was gone already. */
async function askAndDelete(
  services: Uses<'atlas' | 'comparisons' | 'view'>,
  deletion: Deletion,
): Promise<Kept | 'begun' | 'gone'> {
  const found = await findUsers(services, deletion);
  if (found.kind === 'cancelled') return cancel();
  if (found.kind !== 'ok' && !isOfNoAccount(found)) return { why: found, users: undefined };
  const users = found.kind === 'ok' ? found.value : undefined;
  await confirmDeletion(deletion, users);
  const end = await deleteNow(services, deletion);
  return typeof end === 'string' ? end : { why: end, users };
}

function findUsers(services: Uses<'atlas'>, { place }: Deletion): Promise<Outcome<readonly Processor[]>> {
  const { credential, name } = place;
  const title = l10n.t('Looking for stream processors that use {0}…', name);
  return askAtlas(services, credential, title, (client, call) => client.listProcessorsUsing(place, name, call));
}

/** Who may not see processors may still be allowed to delete connections. */
function isOfNoAccount(why: Failure): boolean {
  return why.kind === 'refused' && !isSignInFailure(why) && !isTargetMissing(why);
}

/** The same. */
async function deleteNow(
  services: Uses<'atlas' | 'comparisons' | 'view'>,
  { place }: Deletion,
): Promise<Failure | 'begun' | 'gone'> {
  const { credential, name, tenantName } = place;
  const title = l10n.t('Deleting the connection {0} in Atlas…', name);
  const answer = await askAtlas(services, credential, title, (client, call) =>
    deleteWhenDeployed({ ...call, attempt: () => deleteInTurn(client, place, call) }),
  );
  services.view.refreshInstance(place);
  if (answer.kind === 'ok') {
    await closeComparisons(services, place, name);
    return 'begun';
  }
  if (!isGone(answer)) return answer;
  await say.information(l10n.t('The connection “{name}” in {tenantName} was deleted already.', { name, tenantName }));
  return 'gone';
}

/** One try: while Atlas is still setting the connection up, it takes nobody's turn. */
async function deleteInTurn(
  client: AtlasClient,
  place: ConnectionPlace,
  call: Call,
): ReturnType<AtlasClient['deleteConnection']> {
  const turn = await projectQueue(place).run(
    // A person who cancels waits for nothing.
    (own) => client.deleteConnection(place, place.name, { ...own, signal: call.signal }),
    call,
  );
  return turn.kind === 'done' ? turn.result : { kind: 'cancelled', maybeDone: false };
}

/** Of its project or instance, and of what stands in between, a 404 says nothing of the connection. */
function isGone(why: Failure): boolean {
  return why.kind === 'refused' && why.error.errorCode === 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME';
}

async function sayKept(services: Deploying, deletion: Deletion, { why, users }: Kept): Promise<void> {
  const { place, file } = deletion;
  const isOfView = file === undefined;
  if (why.kind === 'unavailable' || (isOfView && isTargetMissing(why))) {
    await sayNoAnswer(services, why, place, file);
    return;
  }
  // Of a project that is gone, Atlas says that the sign-in is wrong.
  if (isOfView && isSignInFailure(why)) services.view.refresh();
  await reportDeletionFailed(services, why, deletion, users);
}

/** The connection that has the file's name in the target. */
async function connectionOfFile(services: Deploying, given: Uri | undefined): Promise<Deletion> {
  const { name, file } = await nameInFile(services, given);
  const place = await placeInUse(services, file);
  const named = await withProjectName(services, { ...place, name });
  if (named.kind === 'cancelled') return cancel();
  return { place: named.kind === 'ok' ? named.value : { ...place, name }, file };
}

interface NamedFile {
  readonly file: Uri;
  /** The connection's. */
  readonly name: string;
}

async function nameInFile(services: Uses<'prepareRequest'>, given: Uri | undefined): Promise<NamedFile> {
  const result = await prepareFile(services, given);
  switch (result.kind) {
    case 'notOpen':
      return refuse(l10n.t('Open a *.streamconn.json file first, or choose a connection in the Connections view.'));
    case 'unsendable':
      return { file: result.file, name: await askName(result.file) };
    case 'prepared':
      await checkOwnName(result.file, result.request);
      return { file: result.file, name: result.request.name ?? (await askName(result.file)) };
  }
}

async function askName(file: Uri): Promise<string> {
  const name = await type({
    title: l10n.t('Delete connection: name'),
    prompt: withFile(l10n.t('The file has no "name". Which connection in Atlas should be deleted?'), file),
    validateInput: (text) => (text.trim() === '' ? l10n.t('Type a name, or press Escape to cancel.') : undefined),
  });
  return name.trim();
}
