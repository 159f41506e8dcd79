// Lets the person pick a small text file, and reads it.
import { type Uri, window, workspace } from 'vscode';

/** Bytes that the file may have; a certificate chain with its key has about ten thousand. */
const sizeLimit = 65_536;

export type PickedFile =
  | { readonly kind: 'text'; readonly uri: Uri; readonly text: string }
  /** The reason is a sentence that begins small, without anything of the file in it. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Undefined when cancelled. */
export async function pickTextFile(
  title: string,
  filters?: Readonly<Record<string, string[]>>,
): Promise<PickedFile | undefined> {
  const [uri] = (await window.showOpenDialog({ title, openLabel: 'Read', ...(filters ? { filters } : {}) })) ?? [];
  return uri && read(uri);
}

async function read(uri: Uri): Promise<PickedFile> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > sizeLimit) return { kind: 'unreadable', reason: `the file is larger than ${sizeLimit} bytes.` };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
    return text.trim() === '' ? { kind: 'unreadable', reason: 'the file is empty.' } : { kind: 'text', uri, text };
  } catch {
    return { kind: 'unreadable', reason: 'the file cannot be read as text.' };
  }
}
