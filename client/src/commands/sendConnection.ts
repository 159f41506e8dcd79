// Sends the open connection file to Atlas, as a new connection or over the one of its name: ask, send, report.
import { isDeepStrictEqual } from 'node:util';
import { type Uri, window } from 'vscode';
import type { Parts } from '../parts.ts';
import { resolvePlaceholders } from '../placeholders/resolve.ts';
import { secretsIn } from '../redaction/secretPaths.ts';
import { requestQuery } from '../settings.ts';
import { askPrepared, type PreparedFile } from '../ui/askPrepared.ts';
import { askProjectName } from '../ui/askProjectName.ts';
import { confirmSend } from '../ui/confirmSend.ts';
import type { OpenTarget } from '../ui/openTarget.ts';
import { placeholderReaders } from '../ui/placeholderReaders.ts';
import { withProgress } from '../ui/progress.ts';
import { reportSent, type Sending } from '../ui/report.ts';
import { say } from '../ui/say.ts';
import { type Verb, verbs } from '../ui/verbs.ts';
import { decideVerb } from './decideVerb.ts';
import { openTargetInUse } from './targetInUse.ts';

/** Files that are on their way: a lens that is clicked twice starts it once. */
const underway = new Set<string>();

/** `uri` is the file's; without it, the file in the active editor. Every cancelled step ends it with nothing sent. */
export function createConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  return sendConnection(parts, uri, 'create');
}

/** The same for the connection that has the file's name already. */
export function updateConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  return sendConnection(parts, uri, 'update');
}

/** Whichever of the two is right: Atlas is asked first, and what would change is shown. */
export function deployConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  return sendConnection(parts, uri, 'deploy');
}

type Way = Verb | 'deploy';

async function sendConnection(parts: Parts, uri: Uri | undefined, way: Way): Promise<void> {
  const file = uri ?? window.activeTextEditor?.document.uri;
  const key = String(file);
  if (underway.has(key)) return;
  underway.add(key);
  const ended = await askAndSend(parts, file, way).finally(() => underway.delete(key));
  if (ended === 'changed') {
    await say.warning('The file has changed since you were asked, so nothing was sent. This is how it is now.');
    await sendConnection(parts, file, way);
    return;
  }
  if (ended) beginWaiting(parts, ended);
  const instead = ended && (await reportSent(parts, ended));
  if (instead) await sendConnection(parts, file, instead === 'update' ? 'deploy' : instead);
}

/** In the background, until Atlas has set the connection up. */
function beginWaiting(
  parts: Parts,
  { outcome, name, credential, target, projectName = target.groupId }: Sending,
): void {
  if (outcome.kind !== 'ok') return;
  const address = { credentialId: credential.id, ...target, projectName, name };
  parts.view.refreshInstance(address);
  if (outcome.value.state !== 'READY') void parts.waiting.begin(address, 'ready', outcome.value.state);
}

/** `changed`: what the person agreed to is not what the file says by now. */
async function askAndSend(parts: Parts, file: Uri | undefined, way: Way): Promise<Sending | 'changed' | undefined> {
  const asked = way === 'deploy' ? 'create' : way;
  const prepared = await askPrepared(parts, file, asked);
  const open = file && prepared && (await openTargetInUse(parts));
  if (!open) return undefined;
  const { client, credential, target } = open;
  const project = await askProjectName(parts, client, target.groupId);
  if (project.kind === 'cancelled') return undefined;
  const known = { ...prepared, verb: asked, credential, target, file };
  if (project.kind === 'failed') return { ...known, projectName: undefined, secrets: [], outcome: project.failure };
  const from = { file, projectName: project.name };
  const decision =
    way === 'deploy' ? await unlocked(file, () => decideVerb(parts, open, prepared, from)) : { verb: way };
  if (!decision) return undefined;
  const question = { ...known, verb: decision.verb, projectName: project.name };
  if (await confirmSend(parts, file, question)) {
    if (way === 'deploy' && !(await isAsPrepared(parts, file, prepared))) return 'changed';
    return send(parts, open, question);
  }
  if (decision.ifCancelled) await say.warning(decision.ifCancelled);
  return undefined;
}

/** The diff may stay open for long, and its question out of sight: meanwhile the file can be sent in other ways. */
async function unlocked<T>(file: Uri, decide: () => Promise<T | undefined>): Promise<T | undefined> {
  const key = String(file);
  underway.delete(key);
  const decision = await decide();
  if (underway.has(key)) return undefined;
  underway.add(key);
  return decision;
}

type Question = Omit<Sending, 'secrets' | 'outcome'>;

async function send(parts: Parts, { client }: OpenTarget, question: Question): Promise<Sending | undefined> {
  const { file, request, name, verb, target } = question;
  const { body, placeholders, secretPaths } = request;
  const resolved = await resolvePlaceholders(body, placeholders, placeholderReaders(parts, file));
  if (resolved.kind === 'cancelled') return undefined;
  if (resolved.kind === 'unresolved') {
    await say.error(`Nothing was sent. ${resolved.reason}`);
    return undefined;
  }
  const full = { ...resolved.body, name };
  const secrets = [...resolved.values, ...secretsIn(full, secretPaths)];
  const options = { ...requestQuery(), secrets };
  await parts.sending(file.toString());
  const outcome = await withProgress(`${verbs[verb].begun} the connection ${name} in Atlas…`, (call) =>
    verb === 'create'
      ? client.createConnection(target, full, options, call)
      : client.updateConnection(target, name, full, options, call),
  );
  return { ...question, secrets, outcome };
}

/** Between the question and the answer, a diff was open in which the file can be edited. */
async function isAsPrepared(parts: Parts, file: Uri, { request }: PreparedFile): Promise<boolean> {
  const now = await parts.prepareRequest(file.toString());
  return now.kind === 'prepared' && isDeepStrictEqual(now.request.body, request.body);
}
