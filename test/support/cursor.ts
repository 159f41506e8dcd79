// A text with a cursor in it, written ‸, as a document and a position.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';

export const cursor = '‸';

/** The document without its cursor mark, and where the mark stood; with no mark, at the end. */
export function atCursor(marked: string): { text: TextDocument; position: Position } {
  const offset = marked.indexOf(cursor);
  const text = toText(marked.replace(cursor, ''));
  return { text, position: text.positionAt(offset < 0 ? marked.length : offset) };
}

/** A connection file that exists only in memory. */
export function toText(content: string): TextDocument {
  return TextDocument.create('untitled:test.streamconn.json', 'streamconn', 1, content);
}
