// What stands at an address, and what people call it.
import { type FileType, type Uri, workspace } from 'vscode';

/** Undefined where nothing stands there. */
export async function typeAt(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

/** Without its folder. */
export function fileName({ path }: Pick<Uri, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
