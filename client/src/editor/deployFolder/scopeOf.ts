// One deployment has one target: that of all its files, or there is none.
import { l10n, type Uri, workspace } from 'vscode';
import type { Uses } from '../services.ts';
import { refuse } from '../window/ask.ts';
import { shorten } from '../window/shorten.ts';
import type { ChosenFiles } from './chooseFiles.ts';

/** Names that a message has room for. */
const shownAtMost = 4;

/** A file whose target all of them share. That they have several targets is refused. */
export async function scopeOf({ targets }: Uses<'targets'>, { files }: ChosenFiles): Promise<Uri> {
  // The folders of the workspace may be in each other.
  const roots = new Map(files.map((file) => [workspace.getWorkspaceFolder(file)?.uri.toString(), file]));
  const scopes = [...roots.values()];
  const places = new Set(scopes.map((scope) => JSON.stringify(targets.get(scope))));
  const [first] = scopes;
  if (first && places.size < 2) return first;
  const named = scopes.map((scope) => {
    const folder = workspace.getWorkspaceFolder(scope)?.name ?? '';
    return `${folder}: ${targets.title(scope) ?? l10n.t('No target')}`;
  });
  return refuse(
    l10n.t(
      'These files have different targets, so nothing was deployed. Deploy one folder at a time: {0}.',
      shorten(named, shownAtMost),
    ),
  );
}
