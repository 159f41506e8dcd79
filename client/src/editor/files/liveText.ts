// The text of a file as a person sees it now, and what it says as a connection.

import { type TextDocument, type Uri, workspace } from 'vscode';

/** As its editor shows it, or else as it is on the disk; undefined where it cannot be read. */
export async function liveText(uri: Uri): Promise<string | undefined> {
  const open = findOpen(uri);
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** The file as an editor would show it, which the server is told of, too; undefined where it is not there, or is no text. */
export async function openText(uri: Uri): Promise<TextDocument | undefined> {
  // VS Code would make a new one in the place of one that was never saved.
  if (uri.scheme === 'untitled') return findOpen(uri);
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

function findOpen(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
