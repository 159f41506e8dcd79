// Says how a deployment of many files ended: one message with the counts, and the summary of every file on request.

import { env, l10n, Uri } from 'vscode';
import type { Located } from '../../../../server/src/protocol.ts';
import { describeUnready } from '../../core/atlas/states.ts';
import { isSendable, nameOf, type PlannedFile, type SendableStep, unreadyIn } from '../../core/deploy/plan.ts';
import { whyNotSent } from '../../core/deploy/planText.ts';
import type { Sent } from '../../core/deploy/sendAll.ts';
import { describeStop } from '../../core/deploy/stopText.ts';
import { countEnds, type EndKind, type FileEnd, writeSummary } from '../../core/deploy/summary.ts';
import { isSignInFailure, type Unavailable } from '../../core/failure.ts';
import type { Place } from '../../core/place.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import { describeSent, type Sending } from '../deploy/report.ts';
import type { Parts } from '../parts.ts';
import { describePlace } from '../target/describePlace.ts';
import { replaceCredential } from '../target/failures.ts';
import { say } from '../window/say.ts';
import type { SendableFile } from './pickPlan.ts';
import { type FileProblem, showProblems } from './showProblems.ts';

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

/** Ends when its message is closed. */
export async function reportDeployment(parts: Parts, deployment: Deployment): Promise<void> {
  const { place, title, run } = deployment;
  const { tenantName } = place;
  const ends = await describeEnds(parts, deployment);
  const sendings = run.flatMap(({ end }) =>
    end.kind === 'done' && end.result.kind === 'sent' ? end.result.sending : [],
  );
  const redact = createRedactor(sendings.flatMap(({ secrets }) => secrets));
  const facts = [l10n.t('When: {0}', new Date().toLocaleString(env.language)), ...describePlace(place)];
  const headline = l10n.t('Deployed {0} to {1}', title, tenantName);
  const problems = ends.flatMap(problemOf).map((problem) => ({ ...problem, text: redact(problem.text) }));
  const buttons = [
    [l10n.t('Show Summary'), () => parts.summaries.show(title, redact(writeSummary(headline, facts, ends)))],
    ...(problems.length > 0 ? [[showButton(problems), () => showProblems(parts, problems)] as const] : []),
    ...(sendings.some(wasNotSignedIn) || unavailableIn(run)?.replaceable
      ? [replaceCredential(parts, place.credential)]
      : []),
  ] as const;
  const message = [firstSentence(run, sendings, tenantName), ...countEnds(ends)].join(' ');
  const answer = await say[toneOf(ends)](message, ...buttons.map(([button]) => button));
  await buttons.find(([button]) => button === answer)?.[1]();
}

function problemOf({ uri, path, name = path, text, place }: ReportedEnd): FileProblem[] {
  return place ? [{ file: Uri.parse(uri, true), path, name, text, place }] : [];
}

function showButton({ length }: readonly FileProblem[]): string {
  return length === 1 ? l10n.t('Show Problem') : l10n.t('Show Problems');
}

function firstSentence(run: readonly RunFile[], sendings: readonly Sending[], tenantName: string): string {
  const isUnsent = (why: 'cancelled' | 'stopped') => run.some(({ end }) => end.kind === 'notSent' && end.why === why);
  if (isUnsent('cancelled')) return l10n.t('Deploying to {0} was cancelled.', tenantName);
  if (isUnsent('stopped')) {
    const failures = sendings.flatMap(({ outcome }) => (outcome.kind === 'ok' ? [] : outcome));
    const { reason } = unavailableIn(run) ?? {};
    return [describeStop(failures, tenantName), ...(reason === undefined ? [] : [reason])].join(' ');
  }
  return l10n.t('Deploying to {0} has ended.', tenantName);
}

function toneOf(ends: readonly FileEnd[]): 'information' | 'warning' | 'error' {
  const has = (...kinds: readonly EndKind[]) => ends.some(({ kind }) => kinds.includes(kind));
  if (has('failed')) return 'error';
  return has('changed', 'notSent') ? 'warning' : 'information';
}

/** Why nobody could sign in any more, if that was so. */
function unavailableIn(run: readonly RunFile[]): Unavailable | undefined {
  return run.flatMap(({ end }) => (end.kind === 'done' && end.result.kind === 'unavailable' ? end.result : [])).at(0);
}

function wasNotSignedIn({ outcome }: Sending): boolean {
  return outcome.kind !== 'ok' && isSignInFailure(outcome);
}

interface End extends Pick<FileEnd, 'kind' | 'text'> {
  /** Where in the file stands what Atlas refused of it. */
  readonly place?: Located | null;
}

interface ReportedEnd extends FileEnd, End {
  readonly uri: string;
}

/** One for every file of the plan, one after the other: those that were refused are opened. */
async function describeEnds(parts: Parts, { plan, run, states }: Deployment): Promise<readonly ReportedEnd[]> {
  const runs = new Map(run.map(({ file, end }) => [file.file.uri, end]));
  const ends: ReportedEnd[] = [];
  for (const planned of plan) {
    const { uri, path } = planned.file;
    const end = await describePlanned(parts, planned.step, runs.get(uri), states);
    ends.push({ uri, path, name: nameOf(planned), ...end });
  }
  return ends;
}

async function describePlanned(
  parts: Parts,
  step: PlannedFile['step'],
  end: RunFile['end'] | undefined,
  states: Deployment['states'],
): Promise<End> {
  if (!isSendable(step)) return { kind: 'faulty', text: whyNotSent(step) };
  return end ? describeRun(parts, end, states) : describeUnpicked(step);
}

function describeUnpicked(step: SendableStep): End {
  const state = unreadyIn(step);
  return {
    kind: step.kind === 'inStep' ? 'inStep' : 'leftOut',
    text: state === undefined ? '' : describeUnready(state),
  };
}

async function describeRun(parts: Parts, end: Sent<FileResult>, states: Deployment['states']): Promise<End> {
  if (end.kind === 'done') return describeResult(parts, end.result, states);
  const text =
    end.why === 'cancelled'
      ? l10n.t('Cancelled before its turn came. Deploy it again to send it.')
      : l10n.t('Another file’s failure would have met this one, too. See to that, then deploy it again.');
  return { kind: 'notSent', text };
}

async function describeResult(parts: Parts, result: FileResult, states: Deployment['states']): Promise<End> {
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
      return describeSending(parts, result.sending, states);
  }
}

async function describeSending(parts: Parts, sending: Sending, states: Deployment['states']): Promise<End> {
  const { outcome, verb, place } = sending;
  if (outcome.kind === 'ok') {
    // Of an update, it may be that from before: waiting tells.
    const state = verb === 'create' ? states.get(place.name) : undefined;
    const text = state === undefined ? '' : l10n.t('Its state is {0}.', state);
    return { kind: verb === 'create' ? 'created' : 'updated', text: withUnsaved(text, sending) };
  }
  const { text, place: at } = await describeSent(parts, outcome, sending);
  return { kind: 'failed', text: withUnsaved(text, sending), place: at };
}

function withUnsaved(text: string, { unsaved }: Sending): string {
  return unsaved ? `${text} ${l10n.t('It was sent with unsaved changes.')}`.trim() : text;
}
