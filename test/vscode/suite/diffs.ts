// The diff editors that are open, as a person reads them.
import { commands, TabInputTextDiff, type Uri, window, workspace } from 'vscode';
import { poll } from './poll.ts';

/** Both sides of the diff that is shown. */
export async function shownDiff(): Promise<{ readonly left: string; readonly right: string; readonly title: string }> {
  const { input, label } = await poll('the diff', () => {
    const tab = window.tabGroups.activeTabGroup.activeTab;
    return tab?.input instanceof TabInputTextDiff ? { input: tab.input, label: tab.label } : undefined;
  });
  const text = async (uri: Uri) => (await workspace.openTextDocument(uri)).getText();
  return { left: await text(input.original), right: await text(input.modified), title: label };
}

/** Presses a button of the diff that is shown; without one given, that which updates. */
export async function goOn(
  button: 'updateInAtlas' | 'useAtlasVersion' | 'openComparedFile' = 'updateInAtlas',
): Promise<void> {
  await shownDiff();
  await commands.executeCommand(`streamconn.${button}`);
}

export function openDiffs(): number {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.filter((input) => input instanceof TabInputTextDiff).length;
}
