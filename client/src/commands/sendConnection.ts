// Sends the open connection file to Atlas, as a new connection or over the one of its name: ask, send, report.
import { l10n, type Uri, window } from 'vscode';
import type { CompareResult } from '../../../server/src/deployedProtocol.ts';
import type { Parts } from '../parts.ts';
import { resolvePlaceholders } from '../placeholders/resolve.ts';
import { askPrepared } from '../ui/askPrepared.ts';
import { askProjectName } from '../ui/askProjectName.ts';
import { hasChangedSince } from '../ui/comparison.ts';
import { confirmSend } from '../ui/confirmSend.ts';
import type { OpenTarget } from '../ui/openTarget.ts';
import { withProgress } from '../ui/progress.ts';
import { reportSent, type Sending } from '../ui/report.ts';
import { say } from '../ui/say.ts';
import { placeholderReaders } from '../ui/secrets/placeholderReaders.ts';
import { type Verb, wordsFor } from '../ui/verbs.ts';
import { type Decision, decideVerb } from './decideVerb.ts';
import { isAsPrepared, type Question, sendBody } from './sendBody.ts';
import { openTargetInUse } from './targetInUse.ts';
import { createTurns, type Pause } from './turns.ts';

/** A lens that is clicked twice starts it once for its file. */
const turns = createTurns();

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
  const ended = await turns.once(String(file), (pause) => askAndSend(parts, file, way, pause));
  if (ended === 'fileChanged' || ended === 'atlasChanged') {
    await say.warning(
      ended === 'fileChanged'
        ? l10n.t('The file has changed since you were asked, so nothing was sent. This is how it is now.')
        : l10n.t(
            'The connection in Atlas has changed since you were asked, so nothing was sent. This is how it is now.',
          ),
    );
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

/** What came of it: what was sent, or nothing, because the file or what Atlas has is no longer what was agreed to. */
type Ended = Sending | 'fileChanged' | 'atlasChanged' | undefined;

async function askAndSend(parts: Parts, file: Uri | undefined, way: Way, pause: Pause): Promise<Ended> {
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
  // The diff may stay open for long, and its question out of sight: meanwhile the file can be sent in other ways.
  const decision: Decision | undefined =
    way === 'deploy' ? await pause(() => decideVerb(parts, open, prepared, from)) : { verb: way };
  if (!decision) return undefined;
  const question = { ...known, verb: decision.verb, projectName: project.name };
  const isAgreed = await confirmSend(parts, file, question);
  if (isAgreed && way === 'deploy' && !(await isAsPrepared(parts, file, prepared.request))) return 'fileChanged';
  const ended = isAgreed ? await send(parts, open, question, decision.seen) : undefined;
  if (!mayBeDone(ended) && decision.ifNotDone) await say.warning(decision.ifNotDone);
  return ended;
}

/** Not known is not “not done”: what is said of such an end speaks for itself. */
function mayBeDone(ended: Ended): boolean {
  if (typeof ended !== 'object') return false;
  const { outcome } = ended;
  return outcome.kind === 'ok' || ('maybeDone' in outcome && outcome.maybeDone);
}

/** `seen`: what Atlas had when the person agreed; secrets may have been asked for since then. */
async function send(
  parts: Parts,
  open: OpenTarget,
  question: Question,
  seen: CompareResult | undefined,
): Promise<Ended> {
  const { file, request, name, verb } = question;
  const resolved = await resolvePlaceholders(request.body, request.placeholders, placeholderReaders(parts, file));
  if (resolved.kind === 'cancelled') return undefined;
  if (resolved.kind === 'unresolved') {
    await say.error(`${l10n.t('Nothing was sent.')} ${resolved.reason}`);
    return undefined;
  }
  const hasChanged = seen ? await hasChangedSince(parts, open, question, seen) : false;
  if (hasChanged !== false) return hasChanged ? 'atlasChanged' : undefined;
  return withProgress(wordsFor(verb).begun(name), (call) => sendBody(parts, open.client, question, resolved, call));
}
