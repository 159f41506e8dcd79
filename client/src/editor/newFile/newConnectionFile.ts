// Makes a connection file of a snippet: asks which, its name and its folder, and leaves the cursor where there is more to fill in.
import { l10n, Position, SnippetString, type TextEditor, type Uri } from 'vscode';
import { tryChange } from '../files/changeText.ts';
import { openNewFile } from '../files/openNewFile.ts';
import { sayNotChanged, sayNotSaved } from '../files/sayRefused.ts';
import { lookForNamesInUse } from '../secrets/namesInUse.ts';
import type { Uses } from '../services.ts';
import { pick } from '../window/ask.ts';
import { tryAct } from '../window/vscodeAct.ts';
import { askNewFile } from './askNewFile.ts';

export async function newConnectionFile(
  services: Uses<'log' | 'newFile' | 'secrets' | 'wholeFile'>,
  folder: Uri | undefined,
): Promise<void> {
  const title = l10n.t('New connection file');
  const { wholeFiles } = await services.newFile();
  const items = wholeFiles.map((file) => ({ label: file.title, detail: file.description, file }));
  const options = {
    title,
    placeHolder: l10n.t('What the connection goes to'),
    matchOnDetail: true,
  };
  const { file } = await pick(items, options);
  const made = await askNewFile(services, { title, example: file.example, names: file.names }, folder);
  const inUse = await lookForNamesInUse(services, made.uri);
  const snippet = await services.wholeFile({ id: file.id, name: made.name, taken: [...inUse] });
  const { editor } = (snippet && (await openNewFile(services, made.uri, ''))) || {};
  if (snippet && editor) await fill(services, editor, snippet);
}

async function fill(services: Uses<'log'>, editor: TextEditor, snippet: string): Promise<void> {
  const file = editor.document.uri;
  const insert = () => editor.insertSnippet(new SnippetString(snippet), new Position(0, 0));
  const filled = await tryChange(editor.document, insert);
  if (filled.kind === 'refused') {
    await sayNotChanged(services, { file, refused: filled });
    return;
  }
  // Otherwise an empty file would be left behind where the editor is closed.
  const saved = await tryAct(() => editor.document.save(), file);
  if (saved.kind === 'refused') await sayNotSaved(services, { file, refused: saved });
}
