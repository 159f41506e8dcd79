// Says how a deployment of many files ended: one message with the counts, and the summary of every file on request.
import { commands, env, l10n } from 'vscode';
import { isSignInFailure } from '../../atlas/outcome.ts';
import { isSendable, nameOf, type PlannedFile, type SendableStep } from '../../deployFolder/plan.ts';
import { whyNotSent } from '../../deployFolder/planText.ts';
import type { Sent } from '../../deployFolder/sendAll.ts';
import { countEnds, type EndKind, type FileEnd, writeSummary } from '../../deployFolder/summary.ts';
import type { Parts } from '../../parts.ts';
import { createRedactor } from '../../redaction/redactor.ts';
import { describeSent, replaceCredential, type Sending } from '../report.ts';
import { say } from '../say.ts';
import { type DeploymentPlace, describeDeploymentPlace } from './confirmDeployment.ts';
import type { SendableFile } from './pickPlan.ts';

/** What came of one file. */
export type FileResult =
  | { readonly kind: 'sent'; readonly sending: Sending }
  /** It is not what was agreed to any more. */
  | { readonly kind: 'changed' }
  /** Something that it reads could not be read. */
  | { readonly kind: 'unresolved'; readonly reason: string }
  /** A fault of ours, which is in the log. */
  | { readonly kind: 'bug' };

export interface RunFile {
  readonly file: SendableFile;
  readonly end: Sent<FileResult>;
}

export interface Deployment {
  /** What was deployed: a folder, a file, or the selection. */
  readonly title: string;
  readonly place: DeploymentPlace;
  readonly plan: readonly PlannedFile[];
  readonly run: readonly RunFile[];
  /** By the name of a connection, as Atlas said last. */
  readonly states: ReadonlyMap<string, string>;
}

/** Ends when its message is closed. */
export async function reportDeployment(parts: Parts, deployment: Deployment): Promise<void> {
  const { place, title, run } = deployment;
  const { tenantName } = place.target;
  const ends = await describeEnds(parts, deployment);
  const sendings = run.flatMap(({ end }) =>
    end.kind === 'done' && end.result.kind === 'sent' ? end.result.sending : [],
  );
  const redact = createRedactor(sendings.flatMap(({ secrets }) => secrets));
  const facts = [l10n.t('When: {0}', new Date().toLocaleString(env.language)), ...describeDeploymentPlace(place)];
  const headline = l10n.t('Deployed {0} to {1}', title, tenantName);
  const buttons = [
    [l10n.t('Show Summary'), () => parts.summaries.show(title, redact(writeSummary(headline, facts, ends)))],
    ...(sendings.some(wasRefused) ? [[l10n.t('Show Problems'), showProblems] as const] : []),
    ...(sendings.some(wasNotSignedIn) ? [replaceCredential(parts, place)] : []),
  ] as const;
  const message = [firstSentence(run, tenantName), ...countEnds(ends)].join(' ');
  const answer = await say[toneOf(ends)](message, ...buttons.map(([button]) => button));
  await buttons.find(([button]) => button === answer)?.[1]();
}

async function showProblems(): Promise<void> {
  await commands.executeCommand('workbench.actions.view.problems');
}

function firstSentence(run: readonly RunFile[], tenantName: string): string {
  const isUnsent = (why: 'cancelled' | 'stopped') => run.some(({ end }) => end.kind === 'notSent' && end.why === why);
  if (isUnsent('cancelled')) return l10n.t('Deploying to {0} was cancelled.', tenantName);
  if (isUnsent('stopped')) return l10n.t('Deploying to {0} has stopped, for no file would get through.', tenantName);
  return l10n.t('Deploying to {0} has ended.', tenantName);
}

function toneOf(ends: readonly FileEnd[]): 'information' | 'warning' | 'error' {
  const has = (...kinds: readonly EndKind[]) => ends.some(({ kind }) => kinds.includes(kind));
  if (has('failed')) return 'error';
  return has('changed', 'notSent') ? 'warning' : 'information';
}

function wasRefused({ outcome }: Sending): boolean {
  return outcome.kind === 'refused';
}

function wasNotSignedIn({ outcome }: Sending): boolean {
  return outcome.kind !== 'ok' && isSignInFailure(outcome);
}

/** One for every file of the plan. */
async function describeEnds(parts: Parts, { plan, run, states }: Deployment): Promise<readonly FileEnd[]> {
  const ends = new Map(run.map(({ file, end }) => [file.file.uri, end]));
  return Promise.all(
    plan.map(async (planned) => {
      const { file, step } = planned;
      const known = { path: file.path, name: nameOf(planned) };
      if (!isSendable(step)) return { ...known, kind: 'faulty' as const, text: whyNotSent(step) };
      const end = ends.get(file.uri);
      return { ...known, ...(end ? await describeRun(parts, end, states) : describeUnpicked(step)) };
    }),
  );
}

type End = Pick<FileEnd, 'kind' | 'text'>;

function describeUnpicked(step: SendableStep): End {
  return { kind: step.kind === 'inStep' ? 'inStep' : 'leftOut', text: '' };
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
  const { outcome, verb, name } = sending;
  if (outcome.kind === 'ok') {
    const state = states.get(name);
    const text = state === undefined ? '' : l10n.t('Its state is {0}.', state);
    return { kind: verb === 'create' ? 'created' : 'updated', text };
  }
  return { kind: 'failed', text: await describeSent(parts, outcome, sending) };
}
