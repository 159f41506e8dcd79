// Lets the person pick a small text file, and reads it.
import { l10n, type Uri, workspace } from 'vscode';
import { fileSizeLimit } from '../../core/placeholders/fileBelow.ts';
import { choosePath } from '../window/ask.ts';

export type PickedFile =
  | { readonly kind: 'text'; readonly uri: Uri; readonly text: string }
  /** The reason is a sentence that begins small, without anything of the file in it. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export async function pickTextFile(title: string, filters?: Readonly<Record<string, string[]>>): Promise<PickedFile> {
  return read(await choosePath({ title, openLabel: l10n.t('Read'), ...(filters ? { filters } : {}) }));
}

async function read(uri: Uri): Promise<PickedFile> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > fileSizeLimit) return unreadable(l10n.t('the file is larger than {0} bytes.', fileSizeLimit));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
    return text.trim() === '' ? unreadable(l10n.t('the file is empty.')) : { kind: 'text', uri, text };
  } catch {
    return unreadable(l10n.t('the file cannot be read as text.'));
  }
}

function unreadable(reason: string): PickedFile {
  return { kind: 'unreadable', reason };
}
