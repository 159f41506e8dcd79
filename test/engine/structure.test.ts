// Format, symbols, folding, selection, hover and lenses of one file.

import { describe, expect, test } from 'vitest';
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

describe('hover', () => {
  test.each(['{ "type": "Cluster", "cluster‸Name": "x" }', '{ "ty‸pe": "Cluster" }'])(
    'explains the key at %s',
    async (marked) => {
      const { text: hovered, position } = atCursor(marked);
      const hover = await engine.hover(hovered, position);
      expect(JSON.stringify(hover?.contents)).toMatch(/[a-z]{3,} [a-z]+/);
    },
  );
});

describe('code lenses', () => {
  const titles = (content: string, context = {}) =>
    engine.codeLenses(toText(content), context).map(({ range, command }) => `${range.start.line} ${command?.title}`);

  test('stand where the root object begins', () => {
    expect(titles('\n\n{ "type": "Sample" }')).toEqual([
      '2 $(cloud-upload) Create connection',
      '2 $(target) Choose target',
    ]);
  });

  test('name the target once there is one', () => {
    expect(titles('{}', { targetTitle: 'Shop / orders' })).toContain('0 $(target) Shop / orders');
  });

  test.each(['', '[]', '3'])('are not drawn on %s', (content) => {
    expect(titles(content)).toEqual([]);
  });

  test('carry the address of the file', () => {
    const [create] = engine.codeLenses(text, {});
    expect(create?.command).toMatchObject({ command: 'streamconn.createConnection', arguments: [text.uri] });
  });
});
