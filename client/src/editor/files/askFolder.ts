// Asks which folder new files go into.
import { l10n, Uri, window, workspace } from 'vscode';
import { choosePath, lookFor, pick } from '../window/ask.ts';
import { withoutIcons } from '../window/withoutIcons.ts';
import { fileName } from './fileAt.ts';
import { findConnectionFiles } from './findConnectionFiles.ts';

export interface FolderQuestion {
  readonly title: string;
  readonly placeHolder: string;
  /** The button of the dialog that chooses any other folder. */
  readonly openLabel: string;
}

/** Files that are looked at for the folders which they are in. */
const filesAtMost = 1000;

/**
 * One of the workspace's folders, those that hold connection files first, and of these that of the active editor; or any other
 * folder, at once where none is open.
 */
export async function askFolder(question: FolderQuestion): Promise<Uri> {
  const roots = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (roots.length === 0) return chooseFolder(question);
  const inUse = await lookFor(l10n.t('Looking at the connection files there are…'), foldersInUse);
  const all = [...here(), ...inUse, ...roots];
  const folders = [...new Map(all.map((uri) => [uri.toString(), uri])).values()];
  const other = { label: `$(folder-opened) ${l10n.t('Choose another folder…')}`, uri: undefined };
  const items = folders.map((uri) => ({ label: `$(folder) ${nameOf(uri)}`, description: uri.path, uri }));
  const { title, placeHolder } = question;
  const { uri } = await pick<{ label: string; uri: Uri | undefined }>([...items, other], { title, placeHolder });
  return uri ?? chooseFolder(question);
}

function here(): readonly Uri[] {
  const { languageId, uri } = window.activeTextEditor?.document ?? {};
  return uri && languageId === 'streamconn' && workspace.getWorkspaceFolder(uri) ? [Uri.joinPath(uri, '..')] : [];
}

/** Undefined when `signal` aborts. */
async function foldersInUse(signal: AbortSignal): Promise<readonly Uri[] | undefined> {
  const files = (await findConnectionFiles(signal, filesAtMost)) ?? [];
  if (signal.aborted) return undefined;
  return files.map((file) => Uri.joinPath(file, '..')).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function chooseFolder({ title, openLabel }: FolderQuestion): Promise<Uri> {
  return choosePath({ title, openLabel, canSelectFiles: false, canSelectFolders: true });
}

function nameOf(uri: Uri): string {
  const name =
    workspace.getWorkspaceFolder(uri)?.uri.toString() === uri.toString()
      ? fileName(uri)
      : workspace.asRelativePath(uri);
  return withoutIcons(name);
}
