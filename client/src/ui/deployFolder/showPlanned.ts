// Lets a person look at one file of a plan: what differs, or the file itself at its first problem.
import { l10n, languages, Uri, window, workspace } from 'vscode';
import type { PlannedFile } from '../../deployFolder/plan.ts';
import type { Parts } from '../../parts.ts';
import { showComparison } from '../comparison.ts';
import { say } from '../say.ts';

/** Whether the person goes back to the plan, which must not cover what is looked at. */
export async function showPlanned(parts: Parts, { file, step }: PlannedFile): Promise<boolean> {
  const uri = Uri.parse(file.uri, true);
  const back = l10n.t('Back to Plan');
  if (step.kind === 'update' || step.kind === 'fixed') {
    await showComparison(parts, uri, step.name, step.comparison);
    const message = l10n.t('This is what differs for “{0}”. Nothing has been sent yet.', step.name);
    return (await say.information(message, back)) === back;
  }
  if (await showFile(uri, step.kind === 'faulty')) {
    const message = l10n.t('This is {0}. Nothing has been sent yet.', file.path);
    return (await say.information(message, back)) === back;
  }
  return (await say.error(l10n.t('{0} cannot be shown as text.', file.path), back)) === back;
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
