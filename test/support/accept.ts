// What a text looks like after a completion was accepted.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, type CompletionList, InsertTextFormat } from 'vscode-languageserver-types';
import type { Engine, Known } from '../../server/src/engine/index.ts';
import { atCursor } from './cursor.ts';
import { expandSnippet } from './expandSnippet.ts';

/** The completion labels at the cursor, in the order that an editor shows them. */
export function labelsAt(engine: Engine, marked: string, known?: Known): string[] {
  const { text, position } = atCursor(marked);
  return sorted(engine.complete(text, position, known)).map(({ label }) => label);
}

/** The item called `label` at the cursor. */
export function itemAt(engine: Engine, marked: string, label: string, known?: Known): CompletionItem {
  const { text, position } = atCursor(marked);
  const { items } = engine.complete(text, position, known);
  const item = items.find((candidate) => candidate.label === label);
  if (!item) throw new Error(`No “${label}” among ${items.map((candidate) => candidate.label).join(', ')}`);
  return item;
}

/** The text after accepting the item called `label`; tab stops and tabs are shown as an editor would fill them in. */
export function accept(engine: Engine, marked: string, label: string, known?: Known): string {
  const { text } = atCursor(marked);
  const { textEdit, insertTextFormat, additionalTextEdits = [] } = itemAt(engine, marked, label, known);
  if (!textEdit || !('range' in textEdit)) throw new Error(`“${label}” has no edit`);
  const { range, newText } = textEdit;
  const isSnippet = insertTextFormat === InsertTextFormat.Snippet;
  const main = { range, newText: isSnippet ? expandSnippet(newText).text.replaceAll('\t', '  ') : newText };
  return TextDocument.applyEdits(text, [main, ...additionalTextEdits]);
}

function sorted({ items }: CompletionList): CompletionItem[] {
  const key = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
