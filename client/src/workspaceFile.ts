// The files that `${file:PATH}` may name: those below the workspace folder of the connection file.
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { type Uri, workspace } from 'vscode';

/** Bytes that such a file may have; a certificate chain with its key has about ten thousand. */
export const fileSizeLimit = 65_536;

/** The real path of the folder that holds a connection file; undefined where no folder of this machine does. */
export async function folderOf(connection: Uri): Promise<string | undefined> {
  const folder = workspace.getWorkspaceFolder(connection);
  return folder?.uri.scheme === 'file' ? realpath(folder.uri.fsPath) : undefined;
}

/** The way from a folder down to a file, both by their real paths; undefined where the file is not below it. */
export function pathBelow(folder: string, file: string): string | undefined {
  const path = relative(folder, file);
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : path;
}
