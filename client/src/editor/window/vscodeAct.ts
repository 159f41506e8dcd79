// What VS Code is asked to do and may refuse, as a value: it rejects, or says no and keeps its reason to itself.
import { l10n, type Uri, workspace } from 'vscode';

export type Acted<T> = { readonly kind: 'done'; readonly value: Exclude<T, false> } | Refused;

export interface Refused {
  readonly kind: 'refused';
  /** A sentence: VS Code's own where it gives one, or else what can be seen of `file`. */
  readonly reason: string;
}

/** `act` does one thing with VS Code: what it rejects with is told, so nothing else belongs in it. */
export async function tryAct<T>(act: () => Thenable<T>, file?: Uri): Promise<Acted<T>> {
  try {
    const value = await act();
    if (value !== false) return { kind: 'done', value: value as Exclude<T, false> };
  } catch (error) {
    return { kind: 'refused', reason: asSentence(error instanceof Error ? error.message : String(error)) };
  }
  return { kind: 'refused', reason: reasonAt(file) };
}

function reasonAt(file: Uri | undefined): string {
  if (file && workspace.fs.isWritableFileSystem(file.scheme) === false) {
    return l10n.t('Its file system is read-only.');
  }
  return l10n.t('VS Code gave no reason. Check whether the file exists already, or is read-only.');
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
