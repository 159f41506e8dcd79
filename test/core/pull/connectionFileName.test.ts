// Names of connections as names of files, on every system.
import { expect, test } from 'vitest';
import { connectionFileName } from '../../../client/src/core/pull/connectionFileName.ts';

test.each([
  ['orders-kafka', 'orders-kafka'],
  ['Bücher 2', 'Bücher 2'],
  ['../../etc/passwd', '____etc_passwd'],
  ['a\\b:c*d?"<>|', 'a_b_c_d_'],
  ['.hidden', '_hidden'],
  ['dot.', 'dot_'],
  ['con', '_con'],
  ['LPT1.x', '_LPT1.x'],
  ['console', 'console'],
  ['a\u0000\u202eb', 'a_b'],
  ['', '_'],
  ['/', '_'],
  ['x'.repeat(500), 'x'.repeat(200)],
  ['订'.repeat(80), '订'.repeat(66)],
  [`x${'𠮷'.repeat(80)}`, `x${'𠮷'.repeat(49)}`],
])('%s → %s', (name, file) => {
  expect(connectionFileName(name)).toBe(`${file}.streamconn.json`);
  expect(Buffer.byteLength(connectionFileName(name))).toBeLessThan(255);
});

test('a number tells it from others, also where the name was cut', () => {
  expect(connectionFileName('orders', 2)).toBe('orders-2.streamconn.json');
  expect(connectionFileName('订'.repeat(80), 12)).toBe(`${'订'.repeat(66)}-12.streamconn.json`);
});
