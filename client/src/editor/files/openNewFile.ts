// Makes a connection file that is not there yet, and shows it.
import { l10n, type TextEditor, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { Uses } from '../services.ts';
import { say } from '../window/say.ts';
import { tryAct } from '../window/vscodeAct.ts';
import { showFile } from './showFile.ts';
import { filePath } from './workspaceFile.ts';

export interface MadeFile {
  /** Undefined if it can't be shown; a message says why. */
  readonly editor: TextEditor | undefined;
}

/** Without an address the file has no place yet. Undefined where the file could not be made; then it has been said. */
export async function openNewFile(
  services: Uses<'log'>,
  uri: Uri | undefined,
  text: string,
): Promise<MadeFile | undefined> {
  if (!uri) {
    const document = await workspace.openTextDocument({ language: 'streamconn', content: text });
    return { editor: await window.showTextDocument(document) };
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  const made = await tryAct(() => workspace.applyEdit(edit), uri);
  if (made.kind === 'done') return { editor: await showFile(services, uri, { preview: false }) };
  const file = filePath(uri);
  services.log.refused(file, made.reason);
  await say.error(
    l10n.t("{file} couldn't be created. {reason} Choose another name or folder, then try again.", {
      file,
      reason: made.reason,
    }),
  );
  return undefined;
}
