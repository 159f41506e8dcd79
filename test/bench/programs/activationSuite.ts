// Runs inside VS Code: starts the extension by opening a file, and writes down how long VS Code says that took.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, Uri, window, workspace } from 'vscode';
import { poll } from '../../vscode/suite/poll.ts';

/** Its row in the report Startup Performance: code loaded, `activate` called, and its promise kept, in milliseconds. */
const row = /^\| streamconn\.streamconn +\| \w+ +\| (?<load>\d+) +\| (?<call>\d+) +\| (?<finish>\d+) +\|/m;

export async function run(): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The bench needs a workspace folder.');
  await window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, 'bench.streamconn.json')));
  const times = await poll('a report with the extension in it', async () => {
    await commands.executeCommand('perfview.show');
    return row.exec(window.activeTextEditor?.document.getText() ?? '')?.groups;
  });
  await writeFile(join(folder.uri.fsPath, 'times.json'), JSON.stringify(times));
}
