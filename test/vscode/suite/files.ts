// Connection files in the workspace folder, opened as a person opens them.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, languages, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { poll } from './poll.ts';

export const cluster = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };

let count = 0;

/** Writes a new file and shows it in an editor. */
export async function openFile(
  content: string | Uint8Array | object,
  extension = '.streamconn.json',
): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests need a workspace folder.');
  const path = join(folder.uri.fsPath, `file${++count}${extension}`);
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(path, isText ? content : JSON.stringify(content, null, 2));
  const document = await workspace.openTextDocument(Uri.file(path));
  await window.showTextDocument(document);
  return document;
}

/** Takes away the connection files of earlier tests, which say names of connections that Atlas has. */
export function removeConnectionFiles(): void {
  const root = workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (root === undefined) throw new Error('The tests need a workspace folder.');
  for (const name of readdirSync(root)) if (name.endsWith('.streamconn.json')) rmSync(join(root, name));
}

/** Makes the window one without a folder, as far as extensions see; gives what brings the folder back. */
export function closeFolder(): () => void {
  const { get } = Object.getOwnPropertyDescriptor(workspace, 'workspaceFolders') ?? {};
  if (!get) throw new Error('VS Code gives the folders in another way now.');
  Object.defineProperty(workspace, 'workspaceFolders', { get: () => undefined, configurable: true });
  return () => Object.defineProperty(workspace, 'workspaceFolders', { get, configurable: true });
}

/** Replaces the whole text, leaving it unsaved. */
export async function retype(document: TextDocument, content: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), content);
  await workspace.applyEdit(edit);
}

/** The codes of the file's diagnostics once they are exactly these. */
export function diagnosticsBecome(document: TextDocument, codes: readonly string[]): Promise<unknown> {
  return poll(`diagnostics ${codes.join(', ') || 'none'}`, () => {
    const found = languages
      .getDiagnostics(document.uri)
      .map(({ code }) => String(typeof code === 'object' ? code.value : code));
    return JSON.stringify(found) === JSON.stringify(codes);
  });
}

/** Closes all tabs, and has VS Code let go of the file: of those without a tab, it keeps the few that were opened last. */
export async function closeWholly(file: Uri): Promise<void> {
  await closeAll();
  const folder = mkdtempSync(join(tmpdir(), 'streamconn-'));
  for (let other = 0; other < 100; other++) {
    const path = join(folder, `${other}.txt`);
    writeFileSync(path, '');
    await workspace.openTextDocument(path);
  }
  const isOpen = () => workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString());
  await poll('the file to be closed', () => !isOpen());
  rmSync(folder, { recursive: true });
}

export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (document.isDirty && !document.isUntitled) await document.save();
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}
