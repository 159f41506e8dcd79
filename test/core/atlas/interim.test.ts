// Interim answers before the one that counts: none of them is seen, however the bytes are cut.
import { describe, expect, test } from 'vitest';
import { withoutInterim } from '../../../client/src/core/atlas/interim.ts';

const final = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

function seen(text: string): string | undefined {
  return withoutInterim(Buffer.from(text, 'latin1'))?.toString('latin1');
}

describe('interim', () => {
  test.each([
    'HTTP/1.1 100 Continue\r\n\r\n',
    'HTTP/1.1 100 \r\n\r\n',
    'HTTP/1.1 100\r\n\r\n',
    'HTTP/1.1 100 Continue\r\nx: y\r\nset-cookie: é\r\n\r\n',
    'HTTP/1.1 102 Processing\r\n\r\n',
    'HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n',
    'HTTP/1.1 199 Whatever\r\n\r\n',
    'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n',
  ])('%j is passed over wherever it is cut', (interim) => {
    const whole = interim + final;
    // What comes next is known to be final by the digit after `HTTP/1.1 `.
    const clear = interim.length + 'HTTP/1.1 2'.length;
    for (let length = 0; length < clear; length++) expect(seen(whole.slice(0, length))).toBeUndefined();
    for (let length = clear; length <= whole.length; length++) {
      expect(seen(whole.slice(0, length))).toBe(whole.slice(interim.length, length));
    }
  });
});

describe('final', () => {
  test.each([
    final,
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n',
    'HTTP/1.1 1000 Many\r\n\r\n',
    'HTTP/1.1 1\r\n\r\n',
    'HTTP/1.0 100 Continue\r\n\r\n',
    'http/1.1 100 Continue\r\n\r\n',
    '220 mail.example.com ESMTP\r\n',
    'H!',
    `HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${final}`,
  ])('%j stays as it is', (text) => {
    expect(seen(text)).toBe(text);
  });

  test('a head that does not end', () => {
    const endless = `HTTP/1.1 100 Continue\r\nx: ${'y'.repeat(20_000)}`;
    expect(seen(endless.slice(0, 10_000))).toBeUndefined();
    expect(seen(endless)).toBe(endless);
  });

  test('bytes stay bytes', () => {
    const bytes = Buffer.from([...Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'), ...Array(256).keys()]);
    expect(withoutInterim(bytes)).toEqual(Buffer.from([...Array(256).keys()]));
  });
});
