// Shows a file in an editor.
import { l10n, type TextDocumentShowOptions, type TextEditor, type Uri, window } from 'vscode';
import type { Uses } from '../services.ts';
import { say } from '../window/say.ts';
import { tryAct } from '../window/vscodeAct.ts';
import { filePath } from './workspaceFile.ts';

/** Returns undefined after showing why VS Code can't open it. */
export async function showFile(
  { log }: Uses<'log'>,
  file: Uri,
  options: TextDocumentShowOptions = {},
): Promise<TextEditor | undefined> {
  const shown = await tryAct(() => window.showTextDocument(file, options));
  if (shown.kind === 'done') return shown.value;
  const path = filePath(file);
  log.refused(path, shown.reason);
  await say.error(
    l10n.t("{file} couldn't be opened. {reason} Check that it exists and is a text file.", {
      file: path,
      reason: shown.reason,
    }),
  );
  return undefined;
}
