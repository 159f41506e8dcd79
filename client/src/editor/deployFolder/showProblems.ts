// Leads from a deployment to what Atlas refused of its files.
import { l10n, type QuickPickItem, type Uri, window } from 'vscode';
import type { Located } from '../../../../server/src/protocol.ts';
import { showProblem } from '../deploy/problem.ts';
import type { Uses } from '../services.ts';
import { withoutIcons } from '../window/withoutIcons.ts';

export interface FileProblem {
  readonly file: Uri;
  readonly path: string;
  /** The connection's. */
  readonly name: string;
  /** What Atlas says, without secrets. */
  readonly text: string;
  readonly place: Located;
}

/** Opens the file at its problem; of several, the one that a person picks. */
export async function showProblems(services: Uses<'log'>, problems: readonly FileProblem[]): Promise<void> {
  const [first] = problems;
  const chosen = problems.length > 1 ? await pickProblem(problems) : first;
  if (chosen) await showProblem(services, chosen.file, chosen.place);
}

async function pickProblem(problems: readonly FileProblem[]): Promise<FileProblem | undefined> {
  const picked = await window.showQuickPick(problems.map(toItem), {
    title: l10n.t('Refused by Atlas'),
    placeHolder: l10n.t('The file to open at its problem'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.problem;
}

function toItem(problem: FileProblem): QuickPickItem & { readonly problem: FileProblem } {
  const { name, path, text } = problem;
  return { problem, label: withoutIcons(name), description: withoutIcons(path), detail: withoutIcons(text) };
}
