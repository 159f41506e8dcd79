// Makes a connection file of a snippet: asks which, its name and its folder, and leaves the cursor where there is more to fill in.
import { l10n, Position, SnippetString, type TextEditor, type Uri } from 'vscode';
import { tryChange } from '../files/changeText.ts';
import { openNewFile } from '../files/openNewFile.ts';
import { sayNotChanged, sayNotSaved } from '../files/sayRefused.ts';
import type { Parts } from '../parts.ts';
import { lookForNamesInUse } from '../secrets/namesInUse.ts';
import { pick } from '../window/ask.ts';
import { tryAct } from '../window/vscodeAct.ts';
import { askNewFile } from './askNewFile.ts';

export async function newConnectionFile(parts: Parts, folder: Uri | undefined): Promise<void> {
  const title = l10n.t('New connection file');
  const { wholeFiles } = await parts.newFile();
  const items = wholeFiles.map((file) => ({ label: file.title, detail: file.description, file }));
  const options = {
    title,
    placeHolder: l10n.t('What the connection goes to'),
    matchOnDetail: true,
  };
  const { file } = await pick(items, options);
  const made = await askNewFile(parts, { title, example: file.example, names: file.names }, folder);
  const inUse = await lookForNamesInUse(parts, made.uri);
  const snippet = await parts.wholeFile({ id: file.id, name: made.name, taken: [...inUse] });
  const { editor } = (snippet && (await openNewFile(parts, made.uri, ''))) || {};
  if (snippet && editor) await fill(parts, editor, snippet);
}

async function fill(parts: Parts, editor: TextEditor, snippet: string): Promise<void> {
  const file = editor.document.uri;
  const insert = () => editor.insertSnippet(new SnippetString(snippet), new Position(0, 0));
  const filled = await tryChange(editor.document, insert);
  if (filled.kind === 'refused') {
    await sayNotChanged(parts, { file, refused: filled });
    return;
  }
  // Otherwise an empty file would be left behind where the editor is closed.
  const saved = await tryAct(() => editor.document.save(), file);
  if (saved.kind === 'refused') await sayNotSaved(parts, { file, refused: saved });
}
