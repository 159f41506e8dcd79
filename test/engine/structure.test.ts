// Format, symbols, folding and selection of one file.

import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine } from '../../server/src/engine/index.ts';
import { atCursor, toText } from '../support/cursor.ts';

const engine = createEngine();
const text = toText('{\n"type":"Cluster",\n"dbRoleToExecute":{\n"role":"reader",\n"type":"CUSTOM"}}');

test('format indents', () => {
  const edits = engine.format(text, undefined, { tabSize: 2, insertSpaces: true });
  expect(TextDocument.applyEdits(text, edits)).toBe(
    '{\n  "type": "Cluster",\n  "dbRoleToExecute": {\n    "role": "reader",\n    "type": "CUSTOM"\n  }\n}',
  );
});

test('symbols follow the keys', () => {
  const symbols = engine.symbols(text);
  expect(symbols.map(({ name }) => name)).toEqual(['type', 'dbRoleToExecute']);
  expect(symbols[1]?.children?.map(({ name }) => name)).toEqual(['role', 'type']);
});

test('objects fold', () => {
  const lined = toText('{\n  "dbRoleToExecute": {\n    "role": "reader"\n  }\n}');
  const lines = engine.foldingRanges(lined).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
  expect(lines.sort()).toEqual(['0-3', '1-2']);
});

test('a selection grows from the word to the whole', () => {
  const { text: marked, position } = atCursor('{ "name": "sh‸op" }');
  const [selection] = engine.selectionRanges(marked, [position]);
  const grown = [];
  for (let range = selection; range; range = range.parent) grown.push(marked.getText(range.range));
  expect(grown).toEqual(['shop', '"shop"', '"name": "shop"', ' "name": "shop" ', '{ "name": "shop" }']);
});
