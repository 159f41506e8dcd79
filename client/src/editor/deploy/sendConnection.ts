// Sends an open connection file to Atlas, as a new connection or over the one of its name: ask, send, report.

import { l10n, type Uri } from 'vscode';
import { projectQueue } from '../../core/deploy/projectQueue.ts';
import type { Failure } from '../../core/failure.ts';
import type { Place } from '../../core/place.ts';
import { withFile } from '../files/describeFile.ts';
import { openText } from '../files/liveText.ts';
import { inBackground } from '../languageServer/attempt.ts';
import type { Parts } from '../parts.ts';
import { withProjectName } from '../target/askProjectName.ts';
import { sayNoAnswer } from '../target/failures.ts';
import { placeInUse } from '../target/targetInUse.ts';
import { cancel, refuse } from '../window/ask.ts';
import { withProgress } from '../window/progress.ts';
import { say } from '../window/say.ts';
import { createTurns } from '../window/turns.ts';
import { askPrepared, askUnchecked, type PreparedFile } from './askPrepared.ts';
import { lookAgain } from './comparison.ts';
import { confirmSend } from './confirmSend.ts';
import { type Agreed, decideVerb } from './decideVerb.ts';
import { reportSent, type Sending } from './report.ts';
import { isAsPrepared, type Question, resolveRequest, sendBody } from './sendBody.ts';
import { type Verb, wordsFor } from './verbs.ts';

/** A lens that is clicked twice starts it once for its file. What a person may leave open is no part of a turn. */
const turns = createTurns();

/** `uri` is the file's; without it, an open one is found. Every cancelled step ends it with nothing sent. */
export function createConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  return sendAtTarget(parts, uri, 'create');
}

/** The same for the connection that has the file's name already. */
export function updateConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  return sendAtTarget(parts, uri, 'update');
}

/** Whichever of the two is right: Atlas is asked first. What would change is shown, and sent from there. */
export async function deployConnection(parts: Parts, uri: Uri | undefined): Promise<void> {
  const prepared = await askUnchecked(parts, uri);
  await deployAt(parts, await placeInUse(parts, prepared.file), prepared);
}

async function sendAtTarget(parts: Parts, uri: Uri | undefined, verb: Verb): Promise<void> {
  const prepared = await askPrepared(parts, uri, verb);
  await sendPrepared(parts, await placeInUse(parts, prepared.file), prepared, { verb });
}

/** Deploys the file, the target in use or not. */
export async function deployAt(parts: Parts, place: Place, prepared: PreparedFile): Promise<void> {
  const agreed = await decideVerb(parts, place, prepared);
  const checked = await askPrepared(parts, prepared.file, agreed.verb, prepared.name);
  await sendPrepared(parts, place, checked, agreed);
}

/** Confirms, sends and reports. */
export async function sendPrepared(parts: Parts, place: Place, prepared: PreparedFile, agreed: Agreed): Promise<void> {
  const key = prepared.file.toString();
  const busy = l10n.t('"{0}" is already being deployed.', prepared.name);
  let ended: Ended | undefined;
  try {
    ended = await turns.once(key, busy, () => confirmAndSend(parts, place, prepared, agreed));
  } finally {
    if (agreed.ifNotDone && !mayBeDone(ended)) await say.warning(agreed.ifNotDone);
  }
  await goOn(parts, place, prepared, ended);
}

/** What came of it: it was sent, nobody answered, or the file or what Atlas has is no longer what was agreed to. */
type Ended =
  | { readonly kind: 'sent'; readonly sending: Sending }
  | { readonly kind: 'unanswered'; readonly why: Failure }
  | { readonly kind: 'fileChanged' | 'atlasChanged' };

/** Tells the end, and does what the person chooses then. */
async function goOn(parts: Parts, place: Place, prepared: PreparedFile, ended: Ended): Promise<void> {
  switch (ended.kind) {
    case 'fileChanged':
      return deployChanged(parts, place, prepared);
    case 'atlasChanged':
      await say.warning(
        withFile(
          l10n.t(
            'The connection in Atlas has changed since you were asked, so nothing was sent. This is how it is now.',
          ),
          prepared.file,
        ),
      );
      return sendAgain(parts, place, prepared, 'deploy');
    case 'unanswered':
      return sayNoAnswer(parts, ended.why, place, prepared.file);
    case 'sent': {
      beginWaiting(parts, ended.sending);
      const instead = await reportSent(parts, ended.sending);
      return instead && sendAgain(parts, place, prepared, instead === 'update' ? 'deploy' : instead);
    }
  }
}

/** Says that the file is not what was agreed to any more, and begins again. */
export async function deployChanged(parts: Parts, place: Place, prepared: PreparedFile): Promise<void> {
  const changed = l10n.t('The file has changed since you were asked, so nothing was sent. This is how it is now.');
  await say.warning(withFile(changed, prepared.file));
  await sendAgain(parts, place, prepared, 'deploy');
}

async function sendAgain(
  parts: Parts,
  place: Place,
  { file, name }: PreparedFile,
  way: 'create' | 'deploy',
): Promise<void> {
  // The person may have closed its tab.
  await openText(file);
  const prepared = way === 'deploy' ? await askUnchecked(parts, file, name) : await askPrepared(parts, file, way, name);
  await (way === 'deploy' ? deployAt(parts, place, prepared) : sendPrepared(parts, place, prepared, { verb: way }));
}

/** In the background, until Atlas has set the connection up. */
function beginWaiting(parts: Parts, { outcome, place }: Sending): void {
  if (outcome.kind !== 'ok') return;
  parts.view.refreshInstance(place);
  const { state } = outcome.value;
  if (state !== 'READY') inBackground(parts.log, 'waiting', parts.waiting.begin(place, 'ready', state));
}

/** Not known is not “not done”: what is said of such an end speaks for itself. */
function mayBeDone(ended: Ended | undefined): boolean {
  if (ended?.kind !== 'sent') return false;
  const { outcome } = ended.sending;
  return outcome.kind === 'ok' || ('maybeDone' in outcome && outcome.maybeDone);
}

async function confirmAndSend(
  parts: Parts,
  place: Place,
  prepared: PreparedFile,
  { verb, seen }: Agreed,
): Promise<Ended> {
  const { file, request, name } = prepared;
  const named = await withProjectName(parts, { ...place, name });
  if (named.kind === 'cancelled') return cancel();
  if (named.kind !== 'ok') return { kind: 'unanswered', why: named };
  const question = { file, request, place: named.value, verb, seen };
  await confirmSend(parts, question);
  return (await isAsPrepared(parts, file, request)) ? send(parts, question) : { kind: 'fileChanged' };
}

/** Secrets may be asked for here, and the question may have lain open: Atlas is asked again who sends and what is there now. */
async function send(parts: Parts, question: Question): Promise<Ended> {
  const { file, request, place, verb } = question;
  const { name } = place;
  const resolved = await resolveRequest(parts, file, request);
  if (resolved.kind === 'unresolved') {
    return refuse(withFile(`${l10n.t('Nothing was sent.')} ${resolved.reason}`, file));
  }
  const look =
    verb === 'update'
      ? await lookAgain(parts, place, { file, request, name }, question.seen)
      : { kind: 'unchanged' as const };
  if (look.kind === 'changed') return { kind: 'atlasChanged' };
  if (look.kind !== 'unchanged') return { kind: 'unanswered', why: look };
  const session = await parts.atlas.open(place.credential);
  if (session.kind !== 'open') return { kind: 'unanswered', why: session };
  const turn = await withProgress(wordsFor(verb).begun(name), (call) =>
    projectQueue(place).run(
      // A person who cancels waits for nothing, whereas a folder lets what has left come to its end.
      (own) =>
        sendBody(parts, session.client, { ...question, seen: look.result }, resolved, { ...own, signal: call.signal }),
      call,
    ),
  );
  const outcome = { kind: 'cancelled', maybeDone: false } as const;
  const notSent = { ...question, unsaved: false, secrets: resolved.values, outcome };
  return { kind: 'sent', sending: turn.kind === 'done' ? turn.result : notSent };
}
