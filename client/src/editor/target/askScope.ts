// Asks whose target is meant where a command names no file: in a workspace of several folders, each has its own.
import { isDeepStrictEqual } from 'node:util';
import { l10n, type Uri, window, workspace } from 'vscode';
import { isOwnFile } from '../files/workspaceFile.ts';
import type { Uses } from '../services.ts';
import { pick } from '../window/ask.ts';
import { withoutIcons } from '../window/withoutIcons.ts';

/** The file in the active editor, or a folder; null where none is open. */
export async function askScope(services: Uses<'targets'>, title: string): Promise<Uri | null> {
  const active = window.activeTextEditor?.document;
  return active?.languageId === 'streamconn' && isOwnFile(active.uri) ? active.uri : askRoot(services, title);
}

/** The same where nothing is saved: whose it is does not matter where all folders have one target. */
export async function askTargetScope(services: Uses<'targets'>, title: string): Promise<Uri | null> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  const target = first && services.targets.get(first.uri);
  const isShared = target && others.every(({ uri }) => isDeepStrictEqual(services.targets.get(uri), target));
  return isShared ? first.uri : askScope(services, title);
}

/** The only folder of the workspace, or the one that a person picks; null where none is open. */
export async function askRoot({ targets }: Uses<'targets'>, title: string): Promise<Uri | null> {
  const roots = workspace.workspaceFolders ?? [];
  if (roots.length < 2) return roots[0]?.uri ?? null;
  const items = roots.map(({ name, uri }) => ({
    label: `$(root-folder) ${withoutIcons(name)}`,
    description: withoutIcons(targets.title(uri) ?? l10n.t('No target')),
    uri,
  }));
  const options = { title, placeHolder: l10n.t('Each folder has its own target. Select one') };
  return (await pick(items, options)).uri;
}
