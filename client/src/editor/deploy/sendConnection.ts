// Sends an open connection file to Atlas, as a new connection or over the one of its name: ask, send, report.

import { l10n, type Uri } from 'vscode';
import { projectQueue } from '../../core/deploy/projectQueue.ts';
import type { Failure } from '../../core/failure.ts';
import type { Place } from '../../core/place.ts';
import { withFile } from '../files/describeFile.ts';
import { openText } from '../files/liveText.ts';
import { inBackground } from '../languageServer/attempt.ts';
import type { Uses } from '../services.ts';
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
import type { Deploying } from './deploying.ts';
import { reportSent, type Sending } from './report.ts';
import { isAsPrepared, type Question, resolveRequest, sendBody } from './sendBody.ts';
import { type Verb, wordsFor } from './verbs.ts';

/** A lens that is clicked twice starts it once for its file. What a person may leave open is no part of a turn. */
const turns = createTurns();

/** `uri` is the file's; without it, an open one is found. Every cancelled step ends it with nothing sent. */
export function createConnection(services: Deploying, uri: Uri | undefined): Promise<void> {
  return sendAtTarget(services, uri, 'create');
}

/** The same for the connection that has the file's name already. */
export function updateConnection(services: Deploying, uri: Uri | undefined): Promise<void> {
  return sendAtTarget(services, uri, 'update');
}

/** Whichever of the two is right: Atlas is asked first. What would change is shown, and sent from there. */
export async function deployConnection(services: Deploying, uri: Uri | undefined): Promise<void> {
  const prepared = await askUnchecked(services, uri);
  await deployAt(services, await placeInUse(services, prepared.file), prepared);
}

async function sendAtTarget(services: Deploying, uri: Uri | undefined, verb: Verb): Promise<void> {
  const prepared = await askPrepared(services, uri, verb);
  await sendPrepared(services, await placeInUse(services, prepared.file), prepared, { verb });
}

/** Deploys the file, the target in use or not. */
export async function deployAt(services: Deploying, place: Place, prepared: PreparedFile): Promise<void> {
  const agreed = await decideVerb(services, place, prepared);
  const checked = await askPrepared(services, prepared.file, agreed.verb, prepared.name);
  await sendPrepared(services, place, checked, agreed);
}

/** Confirms, sends and reports. */
export async function sendPrepared(
  services: Deploying,
  place: Place,
  prepared: PreparedFile,
  agreed: Agreed,
): Promise<void> {
  const key = prepared.file.toString();
  const busy = l10n.t('"{0}" is already being deployed.', prepared.name);
  let ended: Ended | undefined;
  try {
    ended = await turns.once(key, busy, () => confirmAndSend(services, place, prepared, agreed));
  } finally {
    if (agreed.ifNotDone && !mayBeDone(ended)) await say.warning(agreed.ifNotDone);
  }
  await goOn(services, place, prepared, ended);
}

/** What came of it: it was sent, nobody answered, or the file or what Atlas has is no longer what was agreed to. */
type Ended =
  | { readonly kind: 'sent'; readonly sending: Sending }
  | { readonly kind: 'unanswered'; readonly why: Failure }
  | { readonly kind: 'fileChanged' | 'atlasChanged' };

/** Tells the end, and does what the person chooses then. */
async function goOn(services: Deploying, place: Place, prepared: PreparedFile, ended: Ended): Promise<void> {
  switch (ended.kind) {
    case 'fileChanged':
      return deployChanged(services, place, prepared);
    case 'atlasChanged':
      await say.warning(
        withFile(
          l10n.t(
            'The connection in Atlas has changed since you were asked, so nothing was sent. This is how it is now.',
          ),
          prepared.file,
        ),
      );
      return sendAgain(services, place, prepared, 'deploy');
    case 'unanswered':
      return sayNoAnswer(services, ended.why, place, prepared.file);
    case 'sent': {
      beginWaiting(services, ended.sending);
      const instead = await reportSent(services, ended.sending);
      return instead && sendAgain(services, place, prepared, instead === 'update' ? 'deploy' : instead);
    }
  }
}

/** Says that the file is not what was agreed to any more, and begins again. */
export async function deployChanged(services: Deploying, place: Place, prepared: PreparedFile): Promise<void> {
  const changed = l10n.t('The file has changed since you were asked, so nothing was sent. This is how it is now.');
  await say.warning(withFile(changed, prepared.file));
  await sendAgain(services, place, prepared, 'deploy');
}

async function sendAgain(
  services: Deploying,
  place: Place,
  { file, name }: PreparedFile,
  way: 'create' | 'deploy',
): Promise<void> {
  // The person may have closed its tab.
  await openText(file);
  const prepared =
    way === 'deploy' ? await askUnchecked(services, file, name) : await askPrepared(services, file, way, name);
  await (way === 'deploy'
    ? deployAt(services, place, prepared)
    : sendPrepared(services, place, prepared, { verb: way }));
}

/** In the background, until Atlas has set the connection up. */
function beginWaiting(services: Uses<'log' | 'view' | 'waiting'>, { outcome, place }: Sending): void {
  if (outcome.kind !== 'ok') return;
  services.view.refreshInstance(place);
  const { state } = outcome.value;
  if (state !== 'READY') inBackground(services.log, 'waiting', services.waiting.begin(place, 'ready', state));
}

/** Not known is not “not done”: what is said of such an end speaks for itself. */
function mayBeDone(ended: Ended | undefined): boolean {
  if (ended?.kind !== 'sent') return false;
  const { outcome } = ended.sending;
  return outcome.kind === 'ok' || ('maybeDone' in outcome && outcome.maybeDone);
}

async function confirmAndSend(
  services: Deploying,
  place: Place,
  prepared: PreparedFile,
  { verb, seen }: Agreed,
): Promise<Ended> {
  const { file, request, name } = prepared;
  const named = await withProjectName(services, { ...place, name });
  if (named.kind === 'cancelled') return cancel();
  if (named.kind !== 'ok') return { kind: 'unanswered', why: named };
  const question = { file, request, place: named.value, verb, seen };
  await confirmSend(services, question);
  return (await isAsPrepared(services, file, request)) ? send(services, question) : { kind: 'fileChanged' };
}

/** Secrets may be asked for here, and the question may have lain open: Atlas is asked again who sends and what is there now. */
async function send(services: Deploying, question: Question): Promise<Ended> {
  const { file, request, place, verb } = question;
  const { name } = place;
  const resolved = await resolveRequest(services, file, request);
  if (resolved.kind === 'unresolved') {
    return refuse(withFile(`${l10n.t('Nothing was sent.')} ${resolved.reason}`, file));
  }
  const look =
    verb === 'update'
      ? await lookAgain(services, place, { file, request, name }, question.seen)
      : { kind: 'unchanged' as const };
  if (look.kind === 'changed') return { kind: 'atlasChanged' };
  if (look.kind !== 'unchanged') return { kind: 'unanswered', why: look };
  const session = await services.atlas.open(place.credential);
  if (session.kind !== 'open') return { kind: 'unanswered', why: session };
  const turn = await withProgress(wordsFor(verb).begun(name), (call) =>
    projectQueue(place).run(
      // A person who cancels waits for nothing, whereas a folder lets what has left come to its end.
      (own) =>
        sendBody(services, session.client, { ...question, seen: look.result }, resolved, {
          ...own,
          signal: call.signal,
        }),
      call,
    ),
  );
  const outcome = { kind: 'cancelled', maybeDone: false } as const;
  const notSent = { ...question, unsaved: false, secrets: resolved.values, outcome };
  return { kind: 'sent', sending: turn.kind === 'done' ? turn.result : notSent };
}
