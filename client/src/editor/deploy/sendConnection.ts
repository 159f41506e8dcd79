// Sends an open connection file to Atlas, as a new connection or over the one of its name, until there is nothing left to do.

import { l10n, type Uri } from 'vscode';
import type { Place } from '../../core/place.ts';
import { withFile } from '../files/describeFile.ts';
import { openText } from '../files/liveText.ts';
import { inBackground } from '../languageServer/attempt.ts';
import type { Uses } from '../services.ts';
import { sayNoAnswer } from '../target/failures.ts';
import { placeInUse } from '../target/placeInUse.ts';
import { say } from '../window/say.ts';
import { askPrepared, askUnchecked, type PreparedFile } from './askPrepared.ts';
import { type Agreed, decideVerb } from './decideVerb.ts';
import type { Deploying } from './deploying.ts';
import { reportSent, type Sending } from './report.ts';
import { type Ended, sendOnce } from './sendOnce.ts';
import type { Verb } from './verbs.ts';

/** `uri` is the file's; without it, an open one is found. Every cancelled step ends it with nothing sent. */
export function createConnection(services: Deploying, uri: Uri | undefined): Promise<void> {
  return sendAs(services, uri, 'create');
}

/** The same for the connection that has the file's name already. */
export function updateConnection(services: Deploying, uri: Uri | undefined): Promise<void> {
  return sendAs(services, uri, 'update');
}

/** Whichever of the two is right: Atlas is asked first. What would change is shown, and sent from there. */
export async function deployConnection(services: Deploying, uri: Uri | undefined): Promise<void> {
  const prepared = await askUnchecked(services, uri);
  await deploy(services, await placeInUse(services, prepared.file), { prepared });
}

async function sendAs(services: Deploying, uri: Uri | undefined, verb: Verb): Promise<void> {
  const prepared = await askPrepared(services, uri, verb);
  await deploy(services, await placeInUse(services, prepared.file), { prepared, agreed: { verb } });
}

/** A file, and what to do with it; where that is not agreed to yet, Atlas is asked first. */
export interface Step {
  readonly prepared: PreparedFile;
  readonly agreed?: Agreed;
}

/** Takes one step after the other, as the person chooses at the end of each. */
export async function deploy(services: Deploying, place: Place, first: Step): Promise<void> {
  let next: Step | undefined = first;
  while (next) next = await takeStep(services, place, next);
}

async function takeStep(services: Deploying, place: Place, { prepared, agreed }: Step): Promise<Step | undefined> {
  if (agreed) return tellEnd(services, place, prepared, await sendOnce(services, place, prepared, agreed));
  const decided = await decideVerb(services, place, prepared);
  return { prepared: await askPrepared(services, prepared.file, decided.verb, prepared.name), agreed: decided };
}

/** Tells how a step ended; the next one, if the person chooses one. */
async function tellEnd(
  services: Deploying,
  place: Place,
  prepared: PreparedFile,
  ended: Ended,
): Promise<Step | undefined> {
  switch (ended.kind) {
    case 'fileChanged':
      return sayFileChanged(services, prepared);
    case 'atlasChanged':
      await say.warning(
        withFile(
          l10n.t(
            'The connection in Atlas has changed since you were asked, so nothing was sent. This is how it is now.',
          ),
          prepared.file,
        ),
      );
      return lookAgainAt(services, prepared);
    case 'unanswered':
      await sayNoAnswer(services, ended.why, place, prepared.file);
      return undefined;
    case 'sent':
      beginWaiting(services, ended.sending);
      return stepInstead(services, prepared, await reportSent(services, ended.sending));
  }
}

/** Says that the file is not what was agreed to any more; then Atlas is asked about it as it is now. */
export async function sayFileChanged(services: Uses<'prepareRequest'>, prepared: PreparedFile): Promise<Step> {
  const changed = l10n.t('The file has changed since you were asked, so nothing was sent. This is how it is now.');
  await say.warning(withFile(changed, prepared.file));
  return lookAgainAt(services, prepared);
}

async function lookAgainAt(services: Uses<'prepareRequest'>, { file, name }: PreparedFile): Promise<Step> {
  // The person may have closed its tab.
  await openText(file);
  return { prepared: await askUnchecked(services, file, name) };
}

/** What exists is looked at before it is overwritten. */
async function stepInstead(
  services: Uses<'prepareRequest'>,
  prepared: PreparedFile,
  instead: Verb | undefined,
): Promise<Step | undefined> {
  if (instead !== 'create') return instead && lookAgainAt(services, prepared);
  await openText(prepared.file);
  return {
    prepared: await askPrepared(services, prepared.file, instead, prepared.name),
    agreed: { verb: instead },
  };
}

/** In the background, until Atlas has set the connection up. */
function beginWaiting(services: Uses<'log' | 'view' | 'waiting'>, { outcome, place }: Sending): void {
  if (outcome.kind !== 'ok') return;
  services.view.refreshInstance(place);
  const { state } = outcome.value;
  if (state !== 'READY') inBackground(services.log, 'waiting', services.waiting.begin(place, 'ready', state));
}
