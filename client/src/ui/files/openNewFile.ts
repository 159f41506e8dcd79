// Makes a connection file that is not there yet, and shows it.
import { l10n, type TextEditor, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { filePath } from '../../workspaceFile.ts';
import { say } from '../say.ts';

/** Without an address the file has no place yet. Undefined where the file could not be made; then it has been said. */
export async function openNewFile(uri: Uri | undefined, text: string): Promise<TextEditor | undefined> {
  if (!uri) {
    return window.showTextDocument(await workspace.openTextDocument({ language: 'streamconn', content: text }));
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    await say.error(
      l10n.t('{0} could not be made. See whether its folder can be written to, then try again.', filePath(uri)),
    );
    return undefined;
  }
  return window.showTextDocument(uri, { preview: false });
}
