// The folder whose files a connection file's `${file:PATH}` may name.
import { realpath } from 'node:fs/promises';
import { type Uri, workspace } from 'vscode';

/** The real path of the folder that holds a connection file; undefined where no folder of this machine does. */
export async function folderOf(connection: Uri): Promise<string | undefined> {
  const folder = workspace.getWorkspaceFolder(connection);
  return folder?.uri.scheme === 'file' ? realpath(folder.uri.fsPath) : undefined;
}
