// Says how a deployment of many files ended: one message with the counts, and the summary of every file on request.

import { env, l10n, Uri } from 'vscode';
import { describeStop } from '../../core/deploy/stopText.ts';
import { countEnds, type EndKind, type FileEnd, writeSummary } from '../../core/deploy/summary.ts';
import { isSignInFailure, type Unavailable } from '../../core/failure.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';
import type { Sending } from '../deploy/report.ts';
import type { Uses } from '../services.ts';
import { describePlace } from '../target/describePlace.ts';
import { replaceCredential } from '../target/failures.ts';
import { say } from '../window/say.ts';
import { type Deployment, describeEnds, type ReportedEnd, type RunFile } from './fileEnds.ts';
import { type FileProblem, showProblems } from './showProblems.ts';

/** Ends when its message is closed. */
export async function reportDeployment(
  services: Uses<'atlas' | 'credentials' | 'log' | 'refused' | 'summaries'>,
  deployment: Deployment,
): Promise<void> {
  const { place, title, run } = deployment;
  const { tenantName } = place;
  const ends = await describeEnds(services, deployment);
  const sendings = run.flatMap(({ end }) =>
    end.kind === 'done' && end.result.kind === 'sent' ? end.result.sending : [],
  );
  const redact = createRedactor(sendings.flatMap(({ secrets }) => secrets));
  const facts = [l10n.t('When: {0}', new Date().toLocaleString(env.language)), ...describePlace(place)];
  const headline = l10n.t('Deployed {0} to {1}', title, tenantName);
  const problems = ends.flatMap(problemOf).map((problem) => ({ ...problem, text: redact(problem.text) }));
  const buttons = [
    [l10n.t('Show Summary'), () => services.summaries.show(title, redact(writeSummary(headline, facts, ends)))],
    ...(problems.length > 0 ? [[showButton(problems), () => showProblems(services, problems)] as const] : []),
    ...(sendings.some(wasNotSignedIn) || unavailableIn(run)?.replaceable
      ? [replaceCredential(services, place.credential)]
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
