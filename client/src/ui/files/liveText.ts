// The text of a file as a person sees it now, and what it says as a connection.
import { type TextDocument, type Uri, workspace } from 'vscode';
import type { JsonObject } from '../../atlas/outcome.ts';

/** As its editor shows it, or else as it is on the disk; undefined where it cannot be read. */
export async function liveText(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** The file as an editor would show it, which the server is told of, too; undefined where it is not there, or is no text. */
export async function openText(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** The text as a JSON object; undefined where it is none. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
