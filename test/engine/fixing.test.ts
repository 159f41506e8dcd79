// Plans of fixes as changes of the text: those that do not fit it are not done.

import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changesOf, type TextFix } from '../../server/src/engine/fixing/changes.ts';
import { createDocumentReader } from '../../server/src/engine/json/document.ts';
import { toText } from '../support/cursor.ts';

const read = createDocumentReader();
const origin = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function after(content: string, fix: TextFix): string | undefined {
  const text = toText(content);
  const found = { severity: 'error', path: [], range: origin, message: '', fixes: [] } as const;
  const edits = changesOf(read(text), found, fix)?.map(({ offset, length, content: newText }) => ({
    range: { start: text.positionAt(offset), end: text.positionAt(offset + length) },
    newText,
  }));
  return edits && TextDocument.applyEdits(text, edits);
}

test.each([
  ['into itself', '{ "a": { "b": {} } }', ['a'], ['a', 'b', 'c']],
  ['to where something is', '{ "a": 1, "b": 2 }', ['a'], ['b']],
  ['below what is no object', '{ "a": 1, "b": 2 }', ['a'], ['b', 'c']],
  ['with a comment before its value', '{ "a": /* why */ 1, "b": {} }', ['a'], ['b', 'a']],
  ['with a comment behind its key', '{ "a" /* why */: 1, "b": {} }', ['a'], ['b', 'a']],
])('a property is not moved %s', (_, content, path, to) => {
  expect(after(content, { kind: 'move', path, to })).toBeUndefined();
});

test('a property is moved, with the comments in it; those beside it stay', () => {
  expect(after('{ "a": [1, /* in */ 2], /* beside */ "b": {} }', { kind: 'move', path: ['a'], to: ['b', 'c'] })).toBe(
    '{  /* beside */ "b": { "c": [1, /* in */ 2] } }',
  );
});

test.each([
  ['that is there twice', '{ "a": 1, "a": 2 }'],
  ['to one that is there', '{ "a": 1, "b": 2 }'],
])('a key is not renamed: one %s', (_, content) => {
  expect(after(content, { kind: 'rename', path: ['a'], to: 'b' })).toBeUndefined();
});

test('a value with a comment in it is not replaced', () => {
  expect(after('{ "a": [1, 2] }', { kind: 'replace', path: ['a'], value: '1' })).toBe('{ "a": "1" }');
  expect(after('{ "a": [1, // why\n 2] }', { kind: 'replace', path: ['a'], value: '1' })).toBeUndefined();
});

test.each([
  ['{\n  "a": 1, // one\n  "b": 2\n}', 'b', '{\n  "a": 1 // one\n}'],
  ['{\n  // on a\n  "a": 1, // one\n  "b": 2\n}', 'a', '{\n  // on a\n   // one\n  "b": 2\n}'],
  ['{ "a": 1, // one\n"b": 2 }', 'b', '{ "a": 1 // one\n }'],
  ['{ "a": 1 /* x */, /* y */ "b": 2 /* z */ }', 'b', '{ "a": 1 /* x */ /* y */ /* z */ }'],
  ['{\n  "a": 1 // one\n}', 'a', '{ // one\n}'],
  ['{\n  // on a\n  "a": 1\n}', 'a', '{\n  // on a\n}'],
  ['{ "a": { /* in it */ }, "b": 2 }', 'a', '{ "b": 2 }'],
])('a property goes, and the comments beside it stay: %s without %s', (content, key, expected) => {
  expect(after(content, { kind: 'remove', path: [key] })).toBe(expected);
});
