// The connection files that have a tab, wherever they are.
import { TabInputText, type Uri, window, workspace } from 'vscode';
import { isOwnFile } from './workspaceFile.ts';

/** Also what has no place in the workspace, or none at all yet; in the order of the tabs, each once. */
export function connectionTabs(): readonly Uri[] {
  const languages = new Map(workspace.textDocuments.map(({ uri, languageId }) => [uri.toString(), languageId]));
  // A tab that has not been looked at since VS Code started has no document yet.
  const isOurs = (uri: Uri) =>
    isOwnFile(uri) &&
    (languages.get(uri.toString()) ?? (uri.path.endsWith('.streamconn.json') ? 'streamconn' : '')) === 'streamconn';
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = tabs.flatMap(({ input }) => (input instanceof TabInputText && isOurs(input.uri) ? [input.uri] : []));
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
