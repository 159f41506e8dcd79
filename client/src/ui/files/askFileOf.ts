// Finds the connection file that has a connection's name: the one in the active editor, the only one, or the one picked.
import { l10n, TabInputText, type Uri, window, workspace } from 'vscode';
import { withoutIcons } from '../withoutIcons.ts';
import { connectionNameIn, connectionNamesOf } from './namedFiles.ts';

/** Files that are looked at. */
const filesAtMost = 1000;

/** `none`: no file of the workspace, and none that is open, says this name; undefined when cancelled. */
export async function askFileOf(name: string, title: string): Promise<Uri | 'none' | undefined> {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === 'streamconn' && connectionNameIn(active.getText()) === name) return active.uri;
  const files = await filesNamed(name);
  if (files.length < 2) return files[0] ?? 'none';
  const items = files.map((uri) => ({ label: `$(file) ${withoutIcons(workspace.asRelativePath(uri))}`, uri }));
  const placeHolder = l10n.t('Several files have the connection “{0}”', name);
  return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.uri;
}

async function filesNamed(name: string): Promise<readonly Uri[]> {
  const found = await workspace.findFiles('**/*.streamconn.json', '**/node_modules/**', filesAtMost);
  const all = [...new Map([...inTabs(), ...found].map((uri) => [uri.toString(), uri])).values()];
  const names = await connectionNamesOf(all);
  const named = all.filter((_, index) => names[index] === name);
  return named.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Also what has no place in the workspace, or none at all yet. */
function inTabs(): readonly Uri[] {
  const ours = new Set(
    workspace.textDocuments.filter(({ languageId }) => languageId === 'streamconn').map(({ uri }) => uri.toString()),
  );
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input }) =>
    input instanceof TabInputText && ours.has(input.uri.toString()) ? [input.uri] : [],
  );
}
