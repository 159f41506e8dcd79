// Sends what a plan agreed to: secrets first, then file after file in the queue of the project.
import { l10n, Uri } from 'vscode';
import type { Call } from '../atlas/retry.ts';
import { createQueues } from '../deployFolder/queue.ts';
import { sendAll, wouldMeetAll } from '../deployFolder/sendAll.ts';
import type { Parts } from '../parts.ts';
import { resolvePlaceholders } from '../placeholders/resolve.ts';
import { typeOf } from '../ui/askNewFile.ts';
import type { DeploymentPlace } from '../ui/confirmDeployment.ts';
import type { OpenTarget } from '../ui/openTarget.ts';
import type { SendableFile } from '../ui/pickPlan.ts';
import { placeholderReaders } from '../ui/placeholderReaders.ts';
import { withProgress } from '../ui/progress.ts';
import { openForServer } from '../ui/readFiles.ts';
import type { Sending } from '../ui/report.ts';
import type { FileResult, RunFile } from '../ui/reportDeployment.ts';
import { isAsPrepared, type Resolved, sendBody } from './sendBody.ts';

type ReadyFile = SendableFile & { readonly body: Resolved | { readonly kind: 'unresolved'; readonly reason: string } };

/** Those of the windows of this machine do not know of each other; Atlas tells them. */
const queueOf = createQueues();

/** Undefined where the person gives no value for a secret: then nothing has been sent. */
export async function runDeployment(
  parts: Parts,
  { client }: OpenTarget,
  place: DeploymentPlace,
  files: readonly SendableFile[],
): Promise<readonly RunFile[] | undefined> {
  const ready = await readAll(parts, files);
  if (!ready) return undefined;
  const { credential, target } = place;
  const queue = queueOf(`${credential.host} ${target.groupId}`);
  const ends = await withProgress(countText(0, ready.length), (call, retitle) =>
    sendAll<ReadyFile, FileResult>(ready, {
      queue,
      call,
      send: (file, own) => sendOrLog(parts, client, place, file, own),
      endsAll: (result) => result.kind === 'sent' && endsAll(result.sending),
      onDone: (count) => retitle(countText(count, ready.length)),
    }),
  );
  return ready.map((file, index) => ({ file, end: ends[index] ?? { kind: 'notSent', why: 'stopped' } }));
}

function countText(done: number, all: number): string {
  return l10n.t('Deploying to Atlas: {0} of {1}…', done, all);
}

/** All values before the first request, so that nobody is asked for a secret while others are on their way. */
async function readAll(parts: Parts, files: readonly SendableFile[]): Promise<readonly ReadyFile[] | undefined> {
  const ready: ReadyFile[] = [];
  for (const file of files) {
    const { body, placeholders } = file.step.request;
    const uri = Uri.parse(file.file.uri, true);
    const resolved = await resolvePlaceholders(body, placeholders, placeholderReaders(parts, uri));
    if (resolved.kind === 'cancelled') return undefined;
    ready.push({ ...file, body: resolved });
  }
  return ready;
}

/** A fault of ours does not stop the rest. */
async function sendOrLog(
  parts: Parts,
  client: OpenTarget['client'],
  place: DeploymentPlace,
  file: ReadyFile,
  call: Call,
): Promise<FileResult> {
  try {
    return await sendOne(parts, client, place, file, call);
  } catch (error) {
    parts.log.bug('streamconn.deployFolder', error);
    return { kind: 'bug' };
  }
}

async function sendOne(
  parts: Parts,
  client: OpenTarget['client'],
  place: DeploymentPlace,
  { file, step, body }: ReadyFile,
  call: Call,
): Promise<FileResult> {
  if (body.kind === 'unresolved') return body;
  const uri = Uri.parse(file.uri, true);
  // VS Code keeps a document for a while whose file is gone.
  const isThere = (await typeOf(uri)) !== undefined && (await openForServer(uri)) !== undefined;
  if (!isThere || !(await isAsPrepared(parts, uri, step.request))) return { kind: 'changed' };
  const { name, request } = step;
  const verb = step.kind === 'create' ? 'create' : 'update';
  const question = { ...place, file: uri, name, request, verb } as const;
  return { kind: 'sent', sending: await sendBody(parts, client, question, body, call) };
}

function endsAll({ outcome }: Sending): boolean {
  return outcome.kind !== 'ok' && wouldMeetAll(outcome);
}
