// What a text looks like after a quick fix.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { type ClientAbilities, createEngine, fixAllKind } from '../../server/src/engine/index.ts';
import { atCursor } from './cursor.ts';
import { expandSnippet } from './expandSnippet.ts';

const engine = createEngine();

/** The quick fixes at the cursor, or of the whole text where there is none. */
export async function actionsAt(
  marked: string,
  client?: ClientAbilities,
): Promise<{ text: TextDocument; actions: CodeAction[] }> {
  const { text, position } = atCursor(marked);
  const range = marked === text.getText() ? wholeOf(text) : { start: position, end: position };
  return { text, actions: await engine.codeActions(text, { range }, {}, client) };
}

export async function titlesAt(marked: string, client?: ClientAbilities): Promise<string[]> {
  return (await actionsAt(marked, client)).actions.map(({ title }) => title);
}

/** The text after the quick fix of that title. */
export async function fix(marked: string, title: string, client?: ClientAbilities): Promise<string> {
  const { text, actions } = await actionsAt(marked, client);
  const action = actions.find((candidate) => candidate.title === title);
  if (!action?.edit) throw new Error(`No “${title}” among ${actions.map((candidate) => candidate.title).join(', ')}`);
  return apply(text, action.edit);
}

/** The text after the source action that fixes all; as it was where there is nothing to fix. */
export async function fixAll(content: string): Promise<string> {
  const { text } = atCursor(content);
  const [action] = await engine.codeActions(text, { range: wholeOf(text), only: [fixAllKind] });
  return action?.edit ? apply(text, action.edit) : content;
}

/** The text with an edit of one document; a snippet's tab stops keep their first values. */
export function apply(text: TextDocument, { changes, documentChanges = [] }: WorkspaceEdit): string {
  const edits = changes?.[text.uri] ?? documentChanges.flatMap((change) => ('edits' in change ? change.edits : []));
  return TextDocument.applyEdits(
    text,
    edits.map((edit) => (isSnippet(edit) ? expanded(text, edit) : edit)),
  );
}

/** An editor indents the lines of a snippet like the one that it stands on. */
function expanded(text: TextDocument, { range, snippet }: SnippetTextEdit): TextEdit {
  const line = text.getText({ start: { line: range.start.line, character: 0 }, end: range.start });
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return { range, newText: expandSnippet(snippet.value).text.replaceAll('\n', `\n${indent}`) };
}

function isSnippet(edit: TextEdit | SnippetTextEdit): edit is SnippetTextEdit {
  return 'snippet' in edit;
}

function wholeOf(text: TextDocument): Range {
  return { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
}
