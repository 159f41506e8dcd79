// Format, symbols, folding and selection of one file.

import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { createEngine } from '../../server/src/engine/index.ts';
import { atCursor, toText } from '../support/cursor.ts';

const engine = createEngine();
const text = toText('{\n"type":"Cluster",\n"dbRoleToExecute":{\n"role":"reader",\n"type":"CUSTOM"}}');

test('format indents', async () => {
  const edits = await engine.format(text, undefined, { tabSize: 2, insertSpaces: true });
  expect(TextDocument.applyEdits(text, edits)).toBe(
    '{\n  "type": "Cluster",\n  "dbRoleToExecute": {\n    "role": "reader",\n    "type": "CUSTOM"\n  }\n}',
  );
});

const options = { tabSize: 2, insertSpaces: true };

async function formatted(content: string, range?: Range): Promise<string> {
  const document = toText(content);
  return TextDocument.applyEdits(document, await engine.format(document, range, options));
}

test('format keeps comments and commas too many', async () => {
  expect(await formatted('{ // why\n"type":"Sample",/* x */"name":"a",}')).toBe(
    '{ // why\n  "type": "Sample", /* x */\n  "name": "a",\n}',
  );
});

test.each([
  "{ 'url':'https://a.example.com'}",
  '{"url":https://a.example.com}',
  '{"type":"Sample"',
  '{"a":1 "b":2}',
  '{"a":"-----BEGIN CERTIFICATE-----\nMI//x\n-----END CERTIFICATE-----"}',
  `${'['.repeat(200)}`,
])('format leaves what is no JSON as it is: %s', async (content) => {
  expect(await formatted(content)).toBe(content);
});

test('format of a range looks at all of the text, and changes no comment that it begins in', async () => {
  const content = '{\n/* {"a":1,\n"b":2} */\n"type":"Sample",\n"name":"x"\n}';
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 8 } });
  expect(await formatted(content, at(2))).toBe(content);
  expect(await formatted(content, at(4))).toContain('"type":"Sample",\n  "name": "x"\n}');
});

test('format of a huge text is one edit', async () => {
  const huge = toText(`{"name":[${'1,'.repeat(200_000)}1]}`);
  const edits = await engine.format(huge, undefined, options);
  expect(edits).toHaveLength(1);
  const after = TextDocument.applyEdits(huge, edits);
  expect(after).toBe(`{\n  "name": [\n${'    1,\n'.repeat(200_000)}    1\n  ]\n}`);
});

test('format of a huge range changes nothing outside of it', async () => {
  const half = '[\n1\n],\n'.repeat(10_000);
  const range = { start: { line: 1, character: 0 }, end: { line: 30_000, character: 1 } };
  expect(await formatted(`[\n${half}${half}[]]`, range)).toBe(`[\n${'  [\n    1\n  ],\n'.repeat(10_000)}${half}[]]`);
});

test('symbols follow the keys', () => {
  const symbols = engine.symbols(text);
  expect(symbols.map(({ name }) => name)).toEqual(['type', 'dbRoleToExecute']);
  expect(symbols[1]?.children?.map(({ name }) => name)).toEqual(['role', 'type']);
});

test.each([
  ['"a\\nb": 1', 'a↵b', '1'],
  ['" ": []', '" "', '[]'],
  ['"": {}', '""', '{}'],
  ['"a": [1]', 'a', undefined],
  ['"a": null', 'a', 'null'],
  ['"password": "hunter2"', 'password', '(secret)'],
  ['"password": "${env:P}"', 'password', '${env:P}'],
  ['"__proto__": "x"', '__proto__', 'x'],
])('a symbol tells key and value: %s', (member, name, detail) => {
  const symbols = engine.symbols(toText(`{ ${member} }`));
  expect(symbols.map((symbol) => [symbol.name, symbol.detail])).toEqual([[name, detail]]);
});

test('a symbol shows no secret that its neighbor names', () => {
  const [list] = engine.symbols(toText('{ "list": [{ "name": "password", "value": "hunter2" }] }'));
  const details = list?.children?.flatMap(({ children = [] }) => children.map(({ detail }) => detail));
  expect(details).toEqual(['password', '(secret)']);
});

test('objects fold', () => {
  const lined = toText('{\n  "dbRoleToExecute": {\n    "role": "reader"\n  }\n}');
  const lines = engine.foldingRanges(lined).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
  expect(lines.sort()).toEqual(['0-3', '1-2']);
});

const foldsOf = (content: string, atMost?: number) =>
  engine.foldingRanges(toText(content), atMost).map(({ startLine, endLine }) => `${startLine}-${endLine}`);

test('a huge list folds', () => {
  expect(foldsOf(`{\n"a":[${'1,'.repeat(200_000)}\n1]}`)).toEqual(['0-1']);
});

test('what has nothing to hide does not fold', () => {
  expect(foldsOf('{\n"a":{\n},\n"b":[\n]\n}')).toEqual(['0-4']);
});

test('the outermost folds, where an editor takes few; of very many, enough', () => {
  expect(foldsOf('[\n[\n[\n1\n]\n],\n[\n1\n]\n]', 3)).toEqual(['0-8', '1-4', '6-7']);
  const many = `[\n${'[\n1\n],\n'.repeat(5_100)}1\n]`;
  expect([foldsOf(many).length, foldsOf(many, 1e6).length]).toEqual([5_000, 5_000]);
});

test('symbols of very many items are enough', () => {
  expect(engine.symbols(toText(`[${'1,'.repeat(5_100)}1]`))).toHaveLength(5_000);
});

test('a selection grows from the word to the whole', () => {
  const { text: marked, position } = atCursor('{ "name": "sh‸op" }');
  const [selection] = engine.selectionRanges(marked, [position]);
  const grown = [];
  for (let range = selection; range; range = range.parent) grown.push(marked.getText(range.range));
  expect(grown).toEqual(['shop', '"shop"', '"name": "shop"', ' "name": "shop" ', '{ "name": "shop" }']);
});
