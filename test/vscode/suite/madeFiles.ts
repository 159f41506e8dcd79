// What the tests of new files share: the paths of files that they may make, which are gone afterwards.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from 'vscode';
import { closeAll } from './files.ts';
import { forgetAll } from './secrets.ts';

export const root = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const made: string[] = [];

/** The path of a connection file that the test may make. */
export function pathOf(name: string): string {
  return mayMake(join(root, `${name}.streamconn.json`));
}

/** The path of anything else that it may make. */
export function mayMake(path: string): string {
  made.push(path);
  return path;
}

/** Nothing is open, made or stored any more. */
export async function cleanUp(): Promise<void> {
  await closeAll();
  for (const path of made.splice(0)) rmSync(path, { force: true, recursive: true });
  await forgetAll();
}
