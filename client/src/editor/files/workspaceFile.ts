// What is a file of a person's own, and the folder whose files its `${file:PATH}` may name.
import { realpath } from 'node:fs/promises';
import { type Uri, workspace } from 'vscode';

/** Whether it is a file, saved or not, and not what another extension shows of one, such as an older version of it. */
export function isOwnFile({ scheme }: Uri): boolean {
  return ['file', 'untitled', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)].includes(scheme);
}

/** For people: below the folder of the workspace, with its name where there are several. */
export function filePath(uri: Uri): string {
  return uri.scheme === 'untitled' ? uri.path : workspace.asRelativePath(uri);
}

/** The real path of the folder that holds a connection file; undefined where no folder of this machine does. */
export async function folderOf(connection: Uri): Promise<string | undefined> {
  const folder = workspace.getWorkspaceFolder(connection);
  return folder?.uri.scheme === 'file' ? realpath(folder.uri.fsPath) : undefined;
}
