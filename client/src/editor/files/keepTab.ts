// Keeps the tab of a file from being taken by the next thing that is only looked at.
import { TabInputText, type Uri, window } from 'vscode';
import { tryAct } from '../window/vscodeAct.ts';

/** A tab in italics becomes one that stays; one that stays already, or that there is not, is let alone. */
export async function keepTab(file: Uri): Promise<void> {
  const { tabs } = window.tabGroups.activeTabGroup;
  const passing = tabs.find(
    ({ isPreview, input }) => isPreview && input instanceof TabInputText && input.uri.toString() === file.toString(),
  );
  // Where VS Code does not, the tab only stays in italics.
  if (passing) await tryAct(() => window.showTextDocument(file, { preview: false, preserveFocus: true }));
}
