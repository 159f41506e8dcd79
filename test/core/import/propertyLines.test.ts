// Lines of .properties files, as Java reads them and as librdkafka's programs do.
import { expect, test } from 'vitest';
import { readProperties } from '../../../client/src/core/import/propertyLines.ts';

const java = (text: string) => readProperties(text, { escapes: true }).map(({ name, value }) => [name, value]);
const plain = (text: string) => readProperties(text, { escapes: false }).map(({ name, value }) => [name, value]);

test.each<[string, string, [string, string][]]>([
  ['=', 'a.b=c', [['a.b', 'c']]],
  [':', 'a.b: c', [['a.b', 'c']]],
  ['a space', 'a.b c d', [['a.b', 'c d']]],
  ['spaces around', '  a.b \t = \t c', [['a.b', 'c']]],
  ['only the first sign separates', 'a=b=c:d', [['a', 'b=c:d']]],
  ['no value', 'a=', [['a', '']]],
  ['no sign', 'a', [['a', '']]],
  ['a space at the end belongs to the value', 'a=b ', [['a', 'b ']]],
  ['comments and empty lines', '# x=1\n! y=2\n\n  \n  # z\na=b', [['a', 'b']]],
  ['# inside a value', 'a=b#c', [['a', 'b#c']]],
  [
    'all line ends',
    'a=1\r\nb=2\rc=3\n',
    [
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ],
  ],
  ['a line goes on', 'a=b,\\\n   c,\\\n\td', [['a', 'b,c,d']]],
  ['a comment sign in a line that goes on', 'a=b\\\n#c', [['a', 'b#c']]],
  ['a line that goes on twice, by itself', 'a=b\\\n\\\nc', [['a', 'bc']]],
  ['backslashes count for their own line', 'a=b\\\\\\\n\\\nc', [['a', 'b\\c']]],
  [
    'an escaped backslash does not go on',
    'a=b\\\\\nc=d',
    [
      ['a', 'b\\'],
      ['c', 'd'],
    ],
  ],
  ['the last line goes on into nothing', 'a=b\\', [['a', 'b']]],
  ['escapes', 'a=\\t\\n\\r\\f\\\\\\"\\q', [['a', '\t\n\r\f\\"q']]],
  ['unicode', 'a=\\u00e4\\uD83D\\uDE00', [['a', 'ä😀']]],
  ['unicode that is none', 'a=\\u00', [['a', 'u00']]],
  ['signs in names', 'a\\=b\\:c\\ d=e', [['a=b:c d', 'e']]],
  ['a mark at the beginning', '\uFEFFa=b', [['a', 'b']]],
])('Java: %s', (_, text, expected) => expect(java(text)).toEqual(expected));

test.each<[string, string, [string, string][]]>([
  [
    '= and :',
    'a.b=c\nd: e',
    [
      ['a.b', 'c'],
      ['d', 'e'],
    ],
  ],
  ['backslashes stay', 'a=b\\tc\\', [['a', 'b\\tc\\']]],
  ['spaces at the end go', 'a = b \r\n', [['a', 'b']]],
  ['comments, heads and lines that say nothing', '# x=1\n; y=2\n[default]\nnothing here\na=b', [['a', 'b']]],
])('librdkafka: %s', (_, text, expected) => expect(plain(text)).toEqual(expected));

test('PEM over several lines is one value, and what follows is not lost', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQ==\nAAAA=\n-----END PRIVATE KEY-----';
  const expected = [
    ['ssl.key.pem', pem],
    ['a', 'b'],
  ];
  expect(plain(`ssl.key.pem=${pem}\na=b`)).toEqual(expected);
  expect(java(`ssl.key.pem=${pem}\na=b`)).toEqual(expected);
});

// What takes the square of its length would take hours; the runner's limit is seconds.
test.each(['a\\\n', '\\', 'a=b\\\\\n', '-----BEGIN X-----\n', ' ', '=', 'a.b '])('a million of %j', (part) => {
  const text = part.repeat(1_000_000 / part.length);
  expect(() => [java(text), plain(text)]).not.toThrow();
});
