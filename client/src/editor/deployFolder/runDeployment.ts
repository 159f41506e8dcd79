// Sends what a plan agreed to: secrets first, then file after file in the queue of the project.

import { l10n, Uri } from 'vscode';
import type { Outcome } from '../../core/atlas/outcome.ts';
import type { Call } from '../../core/atlas/retry.ts';
import { isAsCompared, type SendableStep } from '../../core/deploy/plan.ts';
import { projectQueue } from '../../core/deploy/projectQueue.ts';
import { type Bearing, bearingOf, sendAll } from '../../core/deploy/sendAll.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Place } from '../../core/place.ts';
import type { Sending } from '../deploy/report.ts';
import { isAsPrepared, type Resolved, resolveRequest, sendBody } from '../deploy/sendBody.ts';
import { typeAt } from '../files/fileAt.ts';
import { serverNeeded } from '../languageServer/serverDown.ts';
import { ServerDown } from '../languageServer/serverKeeper.ts';
import type { Uses } from '../services.ts';
import { askForAll } from '../target/readDeployed.ts';
import { withProgress } from '../window/progress.ts';
import type { DeployingFolder } from './deployingFolder.ts';
import type { FileResult, RunFile } from './fileEnds.ts';
import type { SendableFile } from './pickPlan.ts';

type ReadyFile = SendableFile & { readonly body: Resolved | { readonly kind: 'unresolved'; readonly reason: string } };

/** Where a deployment goes, and what is there as it begins, by name. */
interface Run {
  readonly services: Uses<'atlas' | 'comparisons' | 'compare' | 'forgetRefusal' | 'log' | 'prepareRequest'>;
  readonly place: Place;
  readonly deployed: ReadonlyMap<unknown, JsonObject>;
}

/** Without what Atlas has now, nothing has been sent. */
export async function runDeployment(
  services: DeployingFolder,
  place: Place,
  files: readonly SendableFile[],
): Promise<Outcome<readonly RunFile[]>> {
  const ready = await readAll(services, files);
  // The plan may have been open for a while: what somebody changed in the meantime is not overwritten.
  const deployed = await askForAll(services, place);
  if (deployed.kind !== 'ok') return deployed;
  const run: Run = { services, place, deployed: new Map(deployed.value.map((found) => [found.name, found])) };
  return { kind: 'ok', value: await sendReady(run, ready) };
}

async function sendReady(run: Run, ready: readonly ReadyFile[]): Promise<readonly RunFile[]> {
  const ends = await withProgress(countText(0, ready.length), (call, retitle) =>
    sendAll<ReadyFile, FileResult>(ready, {
      queue: projectQueue(run.place),
      call,
      send: (file, own) => sendOrLog(run, file, own),
      bearing,
      isGivenUp: (result) => result.kind === 'sent' && isGivenUp(result.sending),
      onDone: (count) => retitle(countText(count, ready.length)),
    }),
  );
  return ready.map((file, index) => ({ file, end: ends[index] ?? { kind: 'notSent', why: 'stopped' } }));
}

function countText(done: number, all: number): string {
  return l10n.t('Deploying to Atlas: {0} of {1}…', done, all);
}

/** All values before the first request, so that nobody is asked for a secret while others are on their way. */
async function readAll(services: Uses<'secrets'>, files: readonly SendableFile[]): Promise<readonly ReadyFile[]> {
  const ready: ReadyFile[] = [];
  for (const file of files) {
    const uri = Uri.parse(file.file.uri, true);
    const resolved = await resolveRequest(services, uri, file.step.request);
    ready.push({ ...file, body: resolved });
  }
  return ready;
}

/** A fault of ours does not stop the rest; without the language server, no file can be checked once more. */
async function sendOrLog(run: Run, file: ReadyFile, call: Call): Promise<FileResult> {
  try {
    return await sendOne(run, file, call);
  } catch (error) {
    if (error instanceof ServerDown) return { kind: 'unavailable', reason: serverNeeded(), replaceable: false };
    run.services.log.bug('streamconn.deployFolder', error);
    return { kind: 'bug' };
  }
}

async function sendOne({ services, place, deployed }: Run, file: ReadyFile, call: Call): Promise<FileResult> {
  const { step, body } = file;
  if (body.kind === 'unresolved') return body;
  const uri = Uri.parse(file.file.uri, true);
  if (!(await isAsPlanned(services, uri, step, deployed))) return { kind: 'changed' };
  // For each anew: a run may take long, and another window may change the credential or the network.
  const session = await services.atlas.open(place.credential);
  if (session.kind !== 'open') return session;
  const { name, request } = step;
  const sent =
    step.kind === 'create' ? ({ verb: 'create' } as const) : ({ verb: 'update', seen: step.comparison } as const);
  const question = { file: uri, request, place: { ...place, name }, ...sent };
  return { kind: 'sent', sending: await sendBody(services, session.client, question, body, call) };
}

/** Both the file and what Atlas has. */
async function isAsPlanned(
  services: Uses<'compare' | 'prepareRequest'>,
  uri: Uri,
  step: SendableStep,
  deployed: Run['deployed'],
): Promise<boolean> {
  // VS Code keeps a document for a while whose file is gone.
  return (
    (await typeAt(uri)) !== undefined &&
    (await isAsPrepared(services, uri, step.request)) &&
    (await isAsCompared(step, deployed.get(step.name), services.compare))
  );
}

function bearing(result: FileResult): Bearing {
  if (result.kind === 'unavailable') return 'all';
  return result.kind === 'sent' && result.sending.outcome.kind !== 'ok' ? bearingOf(result.sending.outcome) : 'none';
}

function isGivenUp({ outcome }: Sending): boolean {
  return outcome.kind === 'cancelled' && !outcome.maybeDone;
}
