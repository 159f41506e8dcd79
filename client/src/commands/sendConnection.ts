// Sends an open connection file to Atlas, as a new connection or over the one of its name: ask, send, report.
import { l10n, type Uri } from 'vscode';
import type { Parts } from '../parts.ts';
import { type NoAnswer, sayNoAnswer } from '../ui/askAtlas.ts';
import { askPrepared, type PreparedFile } from '../ui/askPrepared.ts';
import { askProjectName } from '../ui/askProjectName.ts';
import { lookAgain } from '../ui/comparison.ts';
import { confirmSend } from '../ui/confirmSend.ts';
import { openText } from '../ui/files/liveText.ts';
import type { OpenTarget } from '../ui/openTarget.ts';
import { withProgress } from '../ui/progress.ts';
import { reportSent, type Sending } from '../ui/report.ts';
import { say } from '../ui/say.ts';
import { type Verb, wordsFor } from '../ui/verbs.ts';
import { type Decision, decideVerb } from './decideVerb.ts';
import { projectQueue } from './projectQueue.ts';
import { isAsPrepared, type Question, resolveRequest, sendBody } from './sendBody.ts';
import { openTargetInUse } from './targetInUse.ts';
import { createTurns, type Pause, type Paused } from './turns.ts';

/** A lens that is clicked twice starts it once for its file. What a person may leave open is no part of a turn. */
const turns = createTurns();

/** `uri` is the file's; without it, an open one is found. Every cancelled step ends it with nothing sent. */
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
  const prepared = await askPrepared(parts, uri, firstVerb(way));
  const open = prepared && (await openTargetInUse(parts, prepared.file));
  if (!open) return;
  const key = prepared.file.toString();
  const busy = l10n.t('"{0}" is already being deployed.', prepared.name);
  const ended = await turns.once(key, busy, (pause) => askAndSend(parts, open, prepared, way, pause));
  if (ended) await goOn(parts, prepared.file, way, ended);
}

/** What it is called before Atlas has been asked. */
function firstVerb(way: Way): Verb {
  return way === 'deploy' ? 'create' : way;
}

/** What came of it: it was sent, nobody answered, or the file or what Atlas has is no longer what was agreed to. */
type Ended =
  | { readonly kind: 'sent'; readonly sending: Sending }
  | { readonly kind: 'unanswered'; readonly why: NoAnswer; readonly credential: OpenTarget['credential'] }
  | { readonly kind: 'fileChanged' | 'atlasChanged' };

/** Tells the end, and does what the person chooses then. */
async function goOn(parts: Parts, file: Uri, way: Way, ended: Ended): Promise<void> {
  switch (ended.kind) {
    case 'fileChanged':
      await say.warning(
        l10n.t('The file has changed since you were asked, so nothing was sent. This is how it is now.'),
      );
      return sendAgain(parts, file, way);
    case 'atlasChanged':
      await say.warning(
        l10n.t('The connection in Atlas has changed since you were asked, so nothing was sent. This is how it is now.'),
      );
      return sendAgain(parts, file, way);
    case 'unanswered':
      return sayNoAnswer(parts, ended.why, { ...ended, scope: file });
    case 'sent': {
      beginWaiting(parts, ended.sending);
      const instead = await reportSent(parts, ended.sending);
      return instead && sendAgain(parts, file, instead === 'update' ? 'deploy' : instead);
    }
  }
}

/** Its tab may have been closed meanwhile. */
async function sendAgain(parts: Parts, file: Uri, way: Way): Promise<void> {
  await openText(file);
  await sendConnection(parts, file, way);
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

async function askAndSend(
  parts: Parts,
  open: OpenTarget,
  prepared: PreparedFile,
  way: Way,
  pause: Pause,
): Promise<Ended | undefined> {
  const { client, credential, target } = open;
  const project = await askProjectName(parts, client, target.groupId);
  if (project.kind === 'cancelled') return undefined;
  if (project.kind === 'failed') return { kind: 'unanswered', why: project.failure, credential };
  const projectName = project.name;
  // The diff may stay open for long, and its question out of sight: meanwhile the file can be sent in other ways.
  const { result: decision, isOvertaken }: Paused<Decision | undefined> =
    way === 'deploy'
      ? await pause(() => decideVerb(parts, open, prepared, { file: prepared.file, projectName }))
      : { result: { verb: way }, isOvertaken: false };
  if (!decision) return undefined;
  const { verb, seen, ifNotDone } = decision;
  const question = { ...prepared, verb, seen, credential, target, projectName };
  const ended = isOvertaken ? undefined : await confirmAndSend(parts, question);
  if (ifNotDone && !mayBeDone(ended)) await say.warning(ifNotDone);
  return ended;
}

/** Not known is not “not done”: what is said of such an end speaks for itself. */
function mayBeDone(ended: Ended | undefined): boolean {
  if (ended?.kind !== 'sent') return false;
  const { outcome } = ended.sending;
  return outcome.kind === 'ok' || ('maybeDone' in outcome && outcome.maybeDone);
}

async function confirmAndSend(parts: Parts, question: Question): Promise<Ended | undefined> {
  const { file, request } = question;
  if (!(await confirmSend(parts, file, question))) return undefined;
  return (await isAsPrepared(parts, file, request)) ? send(parts, question) : { kind: 'fileChanged' };
}

/** Secrets may be asked for here, and the question may have lain open: Atlas is asked anew by whom and what is there now. */
async function send(parts: Parts, question: Question): Promise<Ended | undefined> {
  const { file, request, name, verb, credential } = question;
  const resolved = await resolveRequest(parts, file, request);
  if (resolved.kind === 'cancelled') return undefined;
  if (resolved.kind === 'unresolved') {
    await say.error(`${l10n.t('Nothing was sent.')} ${resolved.reason}`);
    return undefined;
  }
  const look =
    verb === 'update' ? await lookAgain(parts, question, question, question.seen) : { kind: 'unchanged' as const };
  if (look?.kind === 'changed') return { kind: 'atlasChanged' };
  if (look?.kind !== 'unchanged') return look && { kind: 'unanswered', why: look, credential };
  const session = await parts.atlas.open(credential);
  if (session.kind !== 'open') return { kind: 'unanswered', why: session, credential };
  const turn = await withProgress(wordsFor(verb).begun(name), (call) =>
    projectQueue(question).run(
      // A person who cancels waits for nothing, whereas a folder lets what has left come to its end.
      (own) =>
        sendBody(parts, session.client, { ...question, seen: look.result }, resolved, { ...own, signal: call.signal }),
      call,
    ),
  );
  const notSent = { ...question, secrets: resolved.values, outcome: { kind: 'cancelled', maybeDone: false } } as const;
  return { kind: 'sent', sending: turn.kind === 'done' ? turn.result : notSent };
}
