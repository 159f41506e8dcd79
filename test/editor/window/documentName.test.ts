// Names that would lead elsewhere as a path, or that no file can have, become plain file names.
import { expect, test } from 'vitest';
import { documentName } from '../../../client/src/editor/window/documentName.ts';

test.each([
  ['orders-kafka', 'orders-kafka'],
  ['Aufträge 1.2', 'Aufträge 1.2'],
  ['注文', '注文'],
  ['../../x', '____x'],
  ['..', '_'],
  ['a/b', 'a_b'],
  ['..\\..\\x', '____x'],
  ['C:\\x', 'C_x'],
  ['\\\\server\\share', '_server_share'],
  ['%2e%2e%2fx', '_2e_2e_2fx'],
  ['a\0b\nc', 'a_b_c'],
  ['a\u202egnp.exe', 'a_gnp.exe'],
  ['\ud800', '_'],
  ['x?y#z|"<>*', 'x_y_z_'],
  ['CON', 'CON'],
  ['', ''],
])('%j', (name, plain) => {
  expect(documentName('Atlas answered', name, '.json')).toBe(`Atlas answered ${plain}.json`);
});

test('ten thousand letters are cut off, and none is cut in two', () => {
  expect(documentName('Atlas answered', 'x'.repeat(10_000), '.json')).toBe(`Atlas answered ${'x'.repeat(80)}.json`);
  expect(documentName('a', '𝒜'.repeat(100), '').isWellFormed()).toBe(true);
});
