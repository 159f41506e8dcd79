// Known secrets stay out of texts.
import { expect, test } from 'vitest';
import { createRedactor } from '../../client/src/atlas/redact.ts';

const pem = '-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQ\n-----END PRIVATE KEY-----\n';

test.each([
  ['raw', 'hunter2secret', 'password hunter2secret!', 'password •••!'],
  ['as in JSON', 'a"b\\c\nd', 'said a\\"b\\\\c\\nd', 'said •••'],
  ['URL-encoded', 'p&ss wörd', 'x=p%26ss%20w%C3%B6rd', 'x=•••'],
  ['in base64', 'hunter2secret', Buffer.from('hunter2secret').toString('base64'), '•••=='],
  ['with characters of patterns', 'a.*+?^${}()|[]b', 'x a.*+?^${}()|[]b y', 'x ••• y'],
  ['line by line', pem, 'MIIBVgIBADANBgkqhkiG9w0BAQ', '•••'],
  ['a lone surrogate', 'bad\ud800one', 'bad\ud800one', '•••'],
])('%s', (_, secret, text, expected) => {
  expect(createRedactor([secret])(text)).toBe(expected);
});

test('of overlapping secrets, the longest is masked whole', () => {
  expect(createRedactor(['secret', 'secret-and-more'])('secret-and-more secret')).toBe('••• •••');
});

test('what is too short to be told apart is left', () => {
  expect(createRedactor(['abc', ''])('abc')).toBe('abc');
});
