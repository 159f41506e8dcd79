// What a text looks like after a completion was accepted.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { Engine } from '../../server/src/engine/index.ts';
import { atCursor } from './cursor.ts';

/** The completion labels at the cursor, in the order that an editor shows them. */
export async function labelsAt(engine: Engine, marked: string): Promise<string[]> {
  const { text, position } = atCursor(marked);
  return sorted(await engine.complete(text, position)).map(({ label }) => label);
}

/** The text after accepting the item called `label`; tab stops are shown as an editor would fill them in. */
export async function accept(engine: Engine, marked: string, label: string): Promise<string> {
  const { text, position } = atCursor(marked);
  const { items } = await engine.complete(text, position);
  const item = items.find((candidate) => candidate.label === label);
  if (!item?.textEdit || !('range' in item.textEdit)) {
    throw new Error(`No “${label}” among ${items.map((candidate) => candidate.label).join(', ')}`);
  }
  const { range, newText } = item.textEdit;
  const main = { range, newText: withoutTabStops(newText) };
  return TextDocument.applyEdits(text, [main, ...(item.additionalTextEdits ?? [])]);
}

function sorted({ items }: CompletionList): CompletionItem[] {
  const key = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function withoutTabStops(snippet: string): string {
  return snippet.replaceAll(/\$\{\d+:((?:\\.|[^}])*)\}|\$\d+/g, '$1').replaceAll(/\\([$}\\])/g, '$1');
}
