// Lets a person look at one file of a plan: what differs, or the file itself at its first problem.
import { l10n, languages, Uri, window, workspace } from 'vscode';
import type { PlannedFile } from '../../core/deploy/plan.ts';
import type { Place } from '../../core/place.ts';
import { showComparison } from '../deploy/shownComparisons.ts';
import type { Uses } from '../services.ts';
import { cancel, pickNext, refuseUnless } from '../window/ask.ts';

/** Until the person goes back to the plan, which must not cover what is looked at; or it ends the command. */
export async function showPlanned(
  services: Uses<'comparisons'>,
  place: Place,
  { file, step }: PlannedFile,
): Promise<void> {
  const uri = Uri.parse(file.uri, true);
  if ((step.kind === 'update' || step.kind === 'immutable') && file.reading.kind === 'prepared') {
    const prepared = { file: uri, request: file.reading.request, name: step.name };
    await showComparison(services, { prepared, place, result: step.comparison });
    await goBack(l10n.t('Changes to “{0}”', step.name));
  } else if (await showFile(uri, step.kind === 'faulty')) await goBack(file.path);
  else await refuseUnless(l10n.t('{0} cannot be shown as text.', file.path), back());
}

async function goBack(title: string): Promise<void> {
  if ((await pickNext(title, l10n.t('Nothing has been deployed yet.'), back())) === undefined) cancel();
}

function back(): string {
  return l10n.t('Back to Plan');
}

async function showFile(uri: Uri, atProblem: boolean): Promise<boolean> {
  try {
    const document = await workspace.openTextDocument(uri);
    const [problem] = languages.getDiagnostics(uri).toSorted((a, b) => a.severity - b.severity);
    await window.showTextDocument(document, atProblem && problem ? { selection: problem.range } : {});
    return true;
  } catch {
    return false;
  }
}
