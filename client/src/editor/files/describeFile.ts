// A file as questions and results name it, with the word that its text is not saved.
import { l10n, type Uri, workspace } from 'vscode';
import { filePath } from './workspaceFile.ts';

/** Whether its editor shows what no file has. */
export function isUnsaved(file: Uri): boolean {
  return workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === file.toString());
}

/** Its path and, unless `unsaved` is false, that it has unsaved changes. */
export function describeFile(file: Uri, unsaved = isUnsaved(file)): string {
  const path = filePath(file);
  return unsaved ? l10n.t('{0} (unsaved changes)', path) : path;
}

/** The message with the file that it is about. */
export function withFile(message: string, file: Uri, unsaved?: boolean): string {
  return `${message} ${l10n.t('File: {0}.', describeFile(file, unsaved))}`;
}

/** The file that a question is about; its first line. */
export function fileLine(file: Uri): string {
  return l10n.t('File: {0}', describeFile(file));
}
