// Finds the connection file that has a connection's name: the one in the active editor, the only one, or the one picked.
import { l10n, type Uri, window } from 'vscode';
import { lookFor, pick } from '../window/ask.ts';
import { withoutIcons } from '../window/withoutIcons.ts';
import { connectionTabs } from './connectionTabs.ts';
import { findConnectionFiles } from './findConnectionFiles.ts';
import { connectionNameIn, readConnectionFiles } from './namedFiles.ts';
import { filePath, isOwnFile } from './workspaceFile.ts';

/** Files that are looked at. */
const filesAtMost = 1000;

/** Undefined where no file of the workspace, and none that is open, says this name. */
export async function askFileOf(name: string, title: string): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document;
  const isConnection = active?.languageId === 'streamconn' && isOwnFile(active.uri);
  if (isConnection && connectionNameIn(active.getText()) === name) return active.uri;
  const files = await lookFor(l10n.t('Looking at the connection files there are…'), (signal) =>
    filesNamed(name, signal),
  );
  return files.length < 2 ? files[0] : pickFileOf(name, title, files);
}

/** Which of several files that have the connection's name. */
export function pickFileOf(name: string, title: string, files: readonly Uri[]): Promise<Uri> {
  return pickFile(files, { title, placeHolder: l10n.t('Several files have the connection “{0}”', name) });
}

/** Which of several files. */
export async function pickFile(
  files: readonly Uri[],
  options: { readonly title: string; readonly placeHolder: string },
): Promise<Uri> {
  const items = files.map((uri) => ({ label: `$(file) ${withoutIcons(filePath(uri))}`, uri }));
  return (await pick(items, options)).uri;
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
