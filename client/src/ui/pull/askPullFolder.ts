// Asks which folder pulled connections go into.
import { l10n, Uri, window, workspace } from 'vscode';
import { fileName } from '../files/fileAt.ts';
import { withoutIcons } from '../withoutIcons.ts';

/** Files that are looked at for the folders which they are in. */
const filesAtMost = 1000;

/** The folders of the workspace, those that hold connection files first; undefined when cancelled. */
export async function askPullFolder(title: string): Promise<Uri | undefined> {
  const files = await workspace.findFiles('**/*.streamconn.json', '**/node_modules/**', filesAtMost);
  const inUse = files.map((file) => Uri.joinPath(file, '..')).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const roots = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const folders = [...new Map([...inUse, ...roots].map((uri) => [uri.toString(), uri])).values()];
  const other = { label: `$(folder-opened) ${l10n.t('Choose another folder…')}`, uri: undefined };
  const items = folders.map((uri) => ({ label: `$(folder) ${nameOf(uri)}`, description: uri.path, uri }));
  if (items.length === 0) return chooseFolder(title);
  const options = { title, placeHolder: l10n.t('The folder for the files'), ignoreFocusOut: true };
  const picked = await window.showQuickPick<{ label: string; uri: Uri | undefined }>([...items, other], options);
  return picked === other ? chooseFolder(title) : picked?.uri;
}

async function chooseFolder(title: string): Promise<Uri | undefined> {
  const options = { title, openLabel: l10n.t('Pull Here'), canSelectFiles: false, canSelectFolders: true };
  return (await window.showOpenDialog(options))?.[0];
}

function nameOf(uri: Uri): string {
  const name =
    workspace.getWorkspaceFolder(uri)?.uri.toString() === uri.toString()
      ? fileName(uri)
      : workspace.asRelativePath(uri);
  return withoutIcons(name);
}
