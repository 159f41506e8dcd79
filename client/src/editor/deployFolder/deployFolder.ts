// Deploys every connection file of a folder or selection: the plan first, then one question, then all in a row.

import { l10n, Uri } from 'vscode';
import { type PlannedFile, planFiles, unreadyIn } from '../../core/deploy/plan.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Place } from '../../core/place.ts';
import { lookAtSources } from '../../core/placeholders/look.ts';
import { attempt, inBackground } from '../languageServer/attempt.ts';
import { placeholderReaders } from '../secrets/placeholderReaders.ts';
import type { Uses } from '../services.ts';
import { sayNoAnswer } from '../target/failures.ts';
import { placeInUse } from '../target/placeInUse.ts';
import { listDeployed } from '../target/readDeployed.ts';
import { withProjectName } from '../target/withProjectName.ts';
import { cancel, lookFor } from '../window/ask.ts';
import { createRunExclusive } from '../window/exclusive.ts';
import { say } from '../window/say.ts';
import { type ChosenFiles, chooseFiles } from './chooseFiles.ts';
import { confirmDeployment } from './confirmDeployment.ts';
import type { DeployingFolder } from './deployingFolder.ts';
import type { RunFile } from './fileEnds.ts';
import { type Choices, pickPlan, type SendableFile } from './pickPlan.ts';
import { readFiles } from './readFiles.ts';
import { reportDeployment } from './reportDeployment.ts';
import { runDeployment } from './runDeployment.ts';
import { scopeOf } from './scopeOf.ts';
import { showPlanned } from './showPlanned.ts';

/** A click that comes twice plans and sends once. What a person may leave open, such as a message, is done outside of it. */
const runExclusive = createRunExclusive();

/**
 * Of a folder or file of the explorer, of all that are selected there, or of the workspace. Nothing is sent before plan
 * and question are agreed to.
 */
export async function deployFolder(services: DeployingFolder, selected: readonly Uri[]): Promise<void> {
  const chosen = await chooseFiles(selected);
  const scope = await scopeOf(services, chosen);
  await planAndRun(services, { place: await placeInUse(services, scope), scope }, chosen);
}

/** Where all of the files go. */
interface Destination {
  readonly place: Place;
  /** One of them. */
  readonly scope: Uri;
}

async function planAndRun(
  services: DeployingFolder,
  { place: unnamed, scope }: Destination,
  chosen: ChosenFiles,
): Promise<void> {
  const named = await withProjectName(services, unnamed);
  if (named.kind !== 'ok') {
    await sayNoAnswer(services, named, unnamed, scope);
    return;
  }
  const place = named.value;
  const agreed = await agreeOnPlan(services, { place, scope }, chosen);
  const ran = await once(chosen, async () => {
    await confirmDeployment(place, agreed.files);
    return runDeployment(services, place, agreed.files);
  });
  if (ran.kind !== 'ok') {
    await sayNoAnswer(services, ran, place, scope);
    return;
  }
  const run = ran.value;
  const states = await waitForAll(services, place, run);
  await reportDeployment(services, { title: chosen.title, place, plan: agreed.plan, run, states });
}

function once<T>({ places, title }: ChosenFiles, work: () => Promise<T>): Promise<T> {
  const busy = l10n.t('{0} is already being deployed.', title);
  return runExclusive(places.map(String).sort().join('\n'), busy, work);
}

interface Agreed {
  readonly plan: readonly PlannedFile[];
  /** Those of the plan that shall be sent. */
  readonly files: readonly SendableFile[];
}

/** Shows the plan, anew as often as the person wishes. */
async function agreeOnPlan(
  services: DeployingFolder,
  to: Destination,
  chosen: ChosenFiles,
  choices: Choices = new Map(),
): Promise<Agreed> {
  const { place, scope } = to;
  const { tenantName } = place;
  const deployed = await listDeployed(services, place, scope);
  const plan = await once(chosen, () => makePlan(services, chosen, tenantName, deployed));
  if (await isInStep(plan, tenantName)) return cancel();
  const title = l10n.t('Deploy {0} to {1}', chosen.title, tenantName);
  const answer = await once(chosen, () => pickPlan(title, plan, choices));
  if (answer.kind === 'again') {
    if (answer.look) await showPlanned(services, place, answer.look);
    const newer = await chooseFiles(chosen.places);
    await scopeOf(services, newer);
    return agreeOnPlan(services, to, newer, answer.choices);
  }
  if (answer.files.length > 0) return { plan, files: answer.files };
  await say.information(l10n.t('No file was ticked that can be sent, so nothing was sent.'));
  return cancel();
}

function makePlan(
  services: Uses<'compare' | 'forgetRefusal' | 'log' | 'prepareRequest' | 'secrets'>,
  { files }: ChosenFiles,
  tenantName: string,
  deployed: readonly JsonObject[],
): Promise<readonly PlannedFile[]> {
  return lookFor(l10n.t('Comparing the files with {0}…', tenantName), async (signal) => {
    const read = await readFiles(services, files, signal);
    if (!read) return undefined;
    const plan = await planFiles(read, deployed, {
      compare: (params) => attempt(services, 'streamconn.deployFolder', () => services.compare(params)),
      look: ({ uri }, { placeholders }) =>
        attempt(services, 'streamconn.deployFolder', () =>
          lookAtSources(placeholders, placeholderReaders(services, Uri.parse(uri, true))),
        ),
    });
    for (const { file, step } of plan) if (step.kind === 'upToDate') services.forgetRefusal(file.uri);
    return signal.aborted ? undefined : plan;
  });
}

/** Where there is nothing to decide, one sentence says more than a list; the list is there on request. */
async function isInStep(plan: readonly PlannedFile[], tenantName: string): Promise<boolean> {
  if (plan.some(({ step }) => step.kind !== 'upToDate' || unreadyIn(step) !== undefined)) return false;
  const message =
    plan.length === 1
      ? l10n.t('Nothing to deploy: the file matches {0}. Secrets cannot be compared.', tenantName)
      : l10n.t('Nothing to deploy: all {0} files match {1}. Secrets cannot be compared.', plan.length, tenantName);
  const showPlan = l10n.t('Show Plan');
  return (await say.information(message, showPlan)) !== showPlan;
}

/** In the background, until Atlas has set up each that was sent; gives their states now, by their names. */
async function waitForAll(
  services: Uses<'atlas' | 'log' | 'view' | 'waiting'>,
  place: Place,
  run: readonly RunFile[],
): Promise<ReadonlyMap<string, string>> {
  const sent = run.flatMap(({ end }) => (end.kind === 'done' && end.result.kind === 'sent' ? end.result.sending : []));
  const done = sent.filter(({ outcome }) => outcome.kind === 'ok');
  if (done.length === 0) return new Map();
  services.view.refreshInstance(place);
  // Atlas does not tell the state of an update; asking once is less than asking for each.
  const session = await services.atlas.open(place.credential);
  const signal = AbortSignal.timeout(10_000);
  const outcome = session.kind === 'open' ? await session.client.listConnections(place, { signal }) : session;
  const states = new Map<string, string>();
  for (const { name, state } of outcome.kind === 'ok' ? outcome.value : []) {
    if (typeof name === 'string' && typeof state === 'string') states.set(name, state);
  }
  // What it tells right after an update may be from before.
  const waits = done.map((sending) => ({
    place: sending.place,
    state: sending.verb === 'create' ? states.get(sending.place.name) : undefined,
  }));
  const begun = services.waiting.beginTogether(waits.filter(({ state }) => state !== 'READY'));
  inBackground(services.log, 'waiting', begun);
  return states;
}
