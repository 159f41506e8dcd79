// Finds the connection file that has a connection's name: the one in the active editor, the only one, or the one picked.
import { l10n, type QuickPickOptions, type Uri, window } from 'vscode';
import { findConnectionFiles } from '../../findConnectionFiles.ts';
import { filePath, isOwnFile } from '../../workspaceFile.ts';
import { withProgress } from '../progress.ts';
import { withoutIcons } from '../withoutIcons.ts';
import { connectionTabs } from './connectionTabs.ts';
import { connectionNameIn, readConnectionFiles } from './namedFiles.ts';

/** Files that are looked at. */
const filesAtMost = 1000;

/** `none`: no file of the workspace, and none that is open, says this name; undefined when cancelled. */
export async function askFileOf(name: string, title: string): Promise<Uri | 'none' | undefined> {
  const active = window.activeTextEditor?.document;
  const isConnection = active?.languageId === 'streamconn' && isOwnFile(active.uri);
  if (isConnection && connectionNameIn(active.getText()) === name) return active.uri;
  const files = await withProgress(l10n.t('Looking at the connection files there are…'), ({ signal }) =>
    filesNamed(name, signal),
  );
  if (!files) return undefined;
  return files.length < 2 ? (files[0] ?? 'none') : pickFileOf(name, title, files);
}

/** Which of several files that have the connection's name; undefined when cancelled. */
export function pickFileOf(name: string, title: string, files: readonly Uri[]): Promise<Uri | undefined> {
  return pickFile(files, { title, placeHolder: l10n.t('Several files have the connection “{0}”', name) });
}

/** Which of several files; undefined when cancelled. */
export async function pickFile(files: readonly Uri[], options: QuickPickOptions): Promise<Uri | undefined> {
  const items = files.map((uri) => ({ label: `$(file) ${withoutIcons(filePath(uri))}`, uri }));
  return (await window.showQuickPick(items, { ...options, ignoreFocusOut: true }))?.uri;
}

/** Undefined when `signal` aborts. */
async function filesNamed(name: string, signal: AbortSignal): Promise<readonly Uri[] | undefined> {
  const found = (await findConnectionFiles(signal, filesAtMost)) ?? [];
  const all = [...new Map([...connectionTabs(), ...found].map((uri) => [uri.toString(), uri])).values()];
  const files = await readConnectionFiles(all);
  if (signal.aborted) return undefined;
  const named = files.filter((file) => file.name === name).map(({ uri }) => uri);
  return named.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
