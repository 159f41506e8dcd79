// Asks what to do next about something that is to be read first: a list that stays until it's answered, which no message does.
import { window } from 'vscode';
import { withoutIcons } from './withoutIcons.ts';

/** The one of `ways` that is picked; undefined if the list is closed. */
export async function pickNext(
  title: string,
  placeHolder: string,
  ...ways: readonly string[]
): Promise<string | undefined> {
  return window.showQuickPick(ways, { title: withoutIcons(title), placeHolder, ignoreFocusOut: true });
}
