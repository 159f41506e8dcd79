// What came of each file of a deployment, in words.

import { l10n } from 'vscode';
import type { Located } from '../../../../server/src/protocol.ts';
import { describeUnready } from '../../core/atlas/states.ts';
import { isSendable, nameOf, type PlannedFile, type SendableStep, unreadyIn } from '../../core/deploy/plan.ts';
import { whyNotSent } from '../../core/deploy/planText.ts';
import type { Sent } from '../../core/deploy/sendAll.ts';
import type { FileEnd } from '../../core/deploy/summary.ts';
import type { Unavailable } from '../../core/failure.ts';
import type { Place } from '../../core/place.ts';
import { describeSent, type Sending } from '../deploy/report.ts';
import type { Uses } from '../services.ts';
import type { SendableFile } from './pickPlan.ts';

/** What came of one file. */
export type FileResult =
  | { readonly kind: 'sent'; readonly sending: Sending }
  /** It is not what was agreed to any more. */
  | { readonly kind: 'changed' }
  /** Something that it reads could not be read. */
  | { readonly kind: 'unresolved'; readonly reason: string }
  /** Nobody could sign in for it, or the language server was not there to check it. */
  | Unavailable
  /** A fault of ours, which is in the log. */
  | { readonly kind: 'bug' };

export interface RunFile {
  readonly file: SendableFile;
  readonly end: Sent<FileResult>;
}

export interface Deployment {
  /** What was deployed: a folder, a file, or the selection. */
  readonly title: string;
  readonly place: Place;
  readonly plan: readonly PlannedFile[];
  readonly run: readonly RunFile[];
  /** By the name of a connection, as Atlas said last. */
  readonly states: ReadonlyMap<string, string>;
}

interface End extends Pick<FileEnd, 'kind' | 'text'> {
  /** Where in the file stands what Atlas refused of it. */
  readonly place?: Located | null;
}

export interface ReportedEnd extends FileEnd, End {
  readonly uri: string;
}

/** One for every file of the plan, one after the other: those that were refused are opened. */
export async function describeEnds(
  services: Uses<'refused'>,
  { plan, run, states }: Deployment,
): Promise<readonly ReportedEnd[]> {
  const runs = new Map(run.map(({ file, end }) => [file.file.uri, end]));
  const ends: ReportedEnd[] = [];
  for (const planned of plan) {
    const { uri, path } = planned.file;
    const end = await describePlanned(services, planned.step, runs.get(uri), states);
    ends.push({ uri, path, name: nameOf(planned), ...end });
  }
  return ends;
}

async function describePlanned(
  services: Uses<'refused'>,
  step: PlannedFile['step'],
  end: RunFile['end'] | undefined,
  states: Deployment['states'],
): Promise<End> {
  if (!isSendable(step)) return { kind: 'faulty', text: whyNotSent(step) };
  return end ? describeRun(services, end, states) : describeUnpicked(step);
}

function describeUnpicked(step: SendableStep): End {
  const state = unreadyIn(step);
  return {
    kind: step.kind === 'upToDate' ? 'upToDate' : 'leftOut',
    text: state === undefined ? '' : describeUnready(state),
  };
}

async function describeRun(
  services: Uses<'refused'>,
  end: Sent<FileResult>,
  states: Deployment['states'],
): Promise<End> {
  if (end.kind === 'done') return describeResult(services, end.result, states);
  const text =
    end.why === 'cancelled'
      ? l10n.t('Cancelled before its turn came. Deploy it again to send it.')
      : l10n.t('Another file’s failure would have met this one, too. See to that, then deploy it again.');
  return { kind: 'notSent', text };
}

async function describeResult(
  services: Uses<'refused'>,
  result: FileResult,
  states: Deployment['states'],
): Promise<End> {
  switch (result.kind) {
    case 'changed':
      return { kind: 'changed', text: l10n.t('So it was not sent. Look at it, then deploy it again.') };
    case 'unresolved':
    case 'unavailable':
      return { kind: 'notSent', text: result.reason };
    case 'bug':
      return {
        kind: 'failed',
        text: l10n.t('Something went wrong inside Stream Connections. Please report what the log says.'),
      };
    case 'sent':
      return describeSending(services, result.sending, states);
  }
}

async function describeSending(
  services: Uses<'refused'>,
  sending: Sending,
  states: Deployment['states'],
): Promise<End> {
  const { outcome, verb, place } = sending;
  if (outcome.kind === 'ok') {
    // Of an update, it may be that from before: waiting tells.
    const state = verb === 'create' ? states.get(place.name) : undefined;
    const text = state === undefined ? '' : l10n.t('Its state is {0}.', state);
    return { kind: verb === 'create' ? 'created' : 'updated', text: withUnsaved(text, sending) };
  }
  const { text, place: at } = await describeSent(services, outcome, sending);
  return { kind: 'failed', text: withUnsaved(text, sending), place: at };
}

function withUnsaved(text: string, { unsaved }: Sending): string {
  return unsaved ? `${text} ${l10n.t('It was sent with unsaved changes.')}`.trim() : text;
}
