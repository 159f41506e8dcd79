// What can be written at the cursor.
import type { LanguageService } from 'vscode-json-languageservice';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
  TextEdit,
} from 'vscode-languageserver-types';
import type { StreamConnDocument } from './document.ts';
import { wholeFileSnippets } from './snippets.ts';

/** The completion list at a position, in the order of the schema files; empty where nothing fits. */
export async function complete(
  languageService: LanguageService,
  document: StreamConnDocument,
  position: Position,
): Promise<CompletionList> {
  const list = await languageService.doComplete(document.text, position, document.json);
  const items = (list?.items ?? [])
    .filter((item) => !isFiller(item))
    .map((item, index) => ({ ...withMissingComma(item, document), sortText: String(index).padStart(3, '0') }));
  return { isIncomplete: false, items: [...items, ...wholeFileSnippets(document)] };
}

/** json-languageservice offers an empty object or array where it knows of nothing better. */
function isFiller({ label }: CompletionItem): boolean {
  return label === '{}' || label === '[]';
}

/** A key accepted behind a finished value needs a comma between the two, which json-languageservice does not add. */
function withMissingComma(item: CompletionItem, { text }: StreamConnDocument): CompletionItem {
  if (item.kind !== CompletionItemKind.Property || !item.textEdit) return item;
  const { start } = 'range' in item.textEdit ? item.textEdit.range : item.textEdit.insert;
  const before = text.getText().slice(0, text.offsetAt(start)).trimEnd();
  if (before === '' || /[{,]$/.test(before)) return item;
  return { ...item, additionalTextEdits: [TextEdit.insert(text.positionAt(before.length), ',')] };
}
