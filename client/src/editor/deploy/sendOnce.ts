// One way from the question to Atlas: confirm, read the secrets, look once more, send.

import { l10n } from 'vscode';
import { projectQueue } from '../../core/deploy/projectQueue.ts';
import type { Failure } from '../../core/failure.ts';
import type { Place } from '../../core/place.ts';
import { withFile } from '../files/describeFile.ts';
import { withProjectName } from '../target/withProjectName.ts';
import { cancel, refuse } from '../window/ask.ts';
import { createRunExclusive } from '../window/exclusive.ts';
import { withProgress } from '../window/progress.ts';
import { say } from '../window/say.ts';
import type { PreparedFile } from './askPrepared.ts';
import { lookAgain } from './comparison.ts';
import { confirmSend } from './confirmSend.ts';
import type { Agreed } from './decideVerb.ts';
import type { Deploying } from './deploying.ts';
import type { Sending } from './report.ts';
import { isAsPrepared, type Question, resolveRequest, sendBody } from './sendBody.ts';
import { wordsFor } from './verbs.ts';

/** A lens that is clicked twice starts it once for its file. What a person may leave open is done outside of it. */
const runExclusive = createRunExclusive();

/** What came of it: it was sent, nobody answered, or the file or what Atlas has is no longer what was agreed to. */
export type Ended =
  | { readonly kind: 'sent'; readonly sending: Sending }
  | { readonly kind: 'unanswered'; readonly why: Failure }
  | { readonly kind: 'fileChanged' | 'atlasChanged' };

/** Asks, and sends what is agreed to. */
export async function sendOnce(
  services: Deploying,
  place: Place,
  prepared: PreparedFile,
  agreed: Agreed,
): Promise<Ended> {
  const key = prepared.file.toString();
  const busy = l10n.t('"{0}" is already being deployed.', prepared.name);
  let ended: Ended | undefined;
  try {
    ended = await runExclusive(key, busy, () => confirmAndSend(services, place, prepared, agreed));
    return ended;
  } finally {
    if (agreed.ifNotDone && !mayBeDone(ended)) await say.warning(agreed.ifNotDone);
  }
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
