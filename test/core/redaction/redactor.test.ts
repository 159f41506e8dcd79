// Known secrets stay out of texts, in whichever form a text holds them.
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../client/src/core/redaction/redactor.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const line = (seed: number) =>
  Buffer.from(Array.from({ length: 48 }, (_, at) => (seed * 89 + at * 151) % 256)).toString('base64');
const pemLines = [1, 2, 3].map(line);
const pem = `-----BEGIN PRIVATE KEY-----\n${pemLines.join('\n')}\nMIIB0g==\n-----END PRIVATE KEY-----\n`;
const odd = 'a"b\\c/d\ne&<ö😀>\'f +%';

describe('a secret is masked', () => {
  test.each([
    ['raw', 'hunter2secret', 'password hunter2secret!', 'password •••!'],
    ['raw, with every odd character', odd, `said ${odd}.`, 'said •••.'],
    ['as in JSON', odd, `said ${JSON.stringify(odd)}`, 'said "•••"'],
    ['as in JSON, with \\/', 'a/b/c/d', '"a\\/b\\/c\\/d"', '"•••"'],
    ['as in JSON, with \\u in either case', 'päß<1>', '"p\\u00e4\\u00DF\\u003c1\\u003E"', '"•••"'],
    ['as in JSON, all of it as \\u', 'ab😀c', '"\\u0061\\u0062\\ud83d\\ude00\\u0063"', '"•••"'],
    [
      'as in JSON inside JSON',
      odd,
      JSON.stringify({ detail: JSON.stringify({ p: odd }) }),
      '{"detail":"{\\"p\\":\\"•••\\"}"}',
    ],
    ['in a URL', odd, `x=${encodeURIComponent(odd)}&y`, 'x=•••&y'],
    ['in a URL, in lower case', odd, `x=${encodeURIComponent(odd).toLowerCase()}&y`, 'x=•••&y'],
    ['in a form', odd, `x=${new URLSearchParams({ odd }).toString().slice(4)}&y`, 'x=•••&y'],
    ['with a + of its own, in a URL', 'ab+cd ef', 'x=ab%2Bcd%20ef&y=ab+cd%20ef', 'x=•••&y=•••'],
    [
      'in a URL inside JSON',
      'p/ß w',
      JSON.stringify({ url: `/x?p=${encodeURIComponent('p/ß w')}` }),
      '{"url":"/x?p=•••"}',
    ],
    ['in HTML', odd, `<b>a&quot;b\\c/d\ne&amp;&lt;ö😀&gt;&#39;f +%</b>`, '<b>•••</b>'],
    ['in HTML, by numbers', 'a<b>c', 'a&#60;b&#x3E;c a&#x3c;b&#062;c', '••• •••'],
    ['in base64', 'hunter2secret', base64('hunter2secret'), '•••=='],
    ['in base64 of JSON', odd, base64(JSON.stringify(odd).slice(1, -1)), /^•••=*$/],
    ['in base64 of a URL', 'p/ß w 1', base64('x=p%2F%C3%9F%20w%201'), /^\w{2}•••=*$/],
    ['in base64 of a form', 'p/ß w 1', base64('x=p%2F%C3%9F+w+1'), /^\w{2}•••=*$/],
    ['in base64 inside JSON, with \\/', '???>>>ÿÿÿ', `"${base64('???>>>ÿÿÿ').replaceAll('/', '\\/')}"`, '"•••"'],
    ['in base64 inside a URL', '???>>>ÿÿÿ', `x=${encodeURIComponent(base64('???>>>ÿÿÿ'))}`, 'x=•••'],
    ['with characters of patterns', 'a.*+?^${}()|[]b', 'x a.*+?^${}()|[]b y', 'x ••• y'],
    ['with a lone surrogate', 'bad\ud800one', 'bad\ud800one, bad\ufffdone, "bad\\ud800one"', '•••, •••, "•••"'],
    ['without the spaces around it', ' hunter2 ', 'hunter2', '•••'],
    [
      'that looks like an escape',
      'se\\u0041%41&amp;',
      `se\\u0041%41&amp; ${JSON.stringify('se\\u0041%41&amp;')}`,
      '••• "•••"',
    ],
    ['before an accent that joins its last letter', 'hunter2', 'is hunter2\u0301 here', 'is •••\u0301 here'],
    ['from the second half of a line break on', '\nsecret', 'is\r\nsecret here', 'is\r••• here'],
    ['twice in a row, as one', 'secret', 'a secretsecret b', 'a ••• b'],
    ['in a text of its own length', 'four', 'four', '•••'],
  ])('%s', (_, secret, text, expected) => {
    const masked = createRedactor([secret])(text);
    expect(masked).toEqual(expected instanceof RegExp ? expect.stringMatching(expected) : expected);
  });

  test.each([0, 1, 2, 3, 4])('inside a longer text in base64, %i bytes in', (count) => {
    for (const encode of [base64, base64url]) {
      const masked = createRedactor(['hunter2secret'])(`Basic ${encode(`${'u'.repeat(count)}hunter2secret:more`)}`);
      expect(masked).toMatch(/^Basic [\w-]{0,7}•••[\w-]+=*$/);
    }
  });

  test('in base64 that is broken into lines', () => {
    const mime = base64('somebody:hunter2secret and more').replaceAll(/.{10}/g, '$&\r\n');
    expect(createRedactor(['hunter2secret'])(mime)).toBe('c29tZWJvZH\r\nk6•••\r\nBhbmQgbW9y\r\nZQ==');
  });
});

describe('of a secret with several lines, everything that tells is masked', () => {
  const redact = createRedactor([pem]);
  const shows = (text: string) =>
    pemLines.some((one) => [8, 24, 40].some((at) => text.includes(one.slice(at, at + 16))));

  test.each([
    ['as it is', pem],
    ['with CRLF', pem.replaceAll('\n', '\r\n')],
    ['in JSON', JSON.stringify(pem)],
    ['in JSON inside JSON', JSON.stringify(JSON.stringify(pem))],
    ['one line alone', `line 2 is ${pemLines[1]}!`],
    ['wrapped anew', pemLines.join('').replaceAll(/.{20}/g, '$&\n')],
    ['wrapped anew, in JSON', JSON.stringify(pemLines.join('').replaceAll(/.{76}/g, '$&\r\n'))],
    ['on one line, with spaces', pem.replaceAll('\n', ' ')],
    ['without line breaks', pem.replaceAll('\n', '')],
    ['cut off', `Invalid sslKey: "${JSON.stringify(pem).slice(1, 120)}…"`],
    ['its end only', pem.slice(-100)],
    ['in pieces', JSON.stringify([pem.slice(0, 77), pem.slice(77, 150), pem.slice(150)])],
    ['in base64', base64(pem)],
    ['in a URL', encodeURIComponent(pem)],
  ])('%s', (_, text) => {
    const masked = redact(text);
    expect(masked).toContain('•••');
    expect(shows(masked.replaceAll(/\s|\\[rn]/g, ''))).toBe(false);
    expect(masked).not.toContain(base64(pem).slice(40, 80));
  });

  test('but not the line that every key begins with', () => {
    const text = 'the file has no line that says -----BEGIN PRIVATE KEY-----.';
    expect(redact(text)).toBe(text);
  });
});

const password = 'Tr0ub4dor-and-3-horses-battery-staple';
const words = 'correct horse battery staple';

describe('a piece of a secret is masked', () => {
  test.each([
    ['its first eight characters', password, 'Invalid password: Tr0ub4do', 'Invalid password: •••'],
    ['cut short', password, `Invalid "${password.slice(0, 20)}…"`, 'Invalid "•••…"'],
    ['cut short, and followed by more', password, `${password.slice(0, 20)}xyz`, '•••xyz'],
    ['without its last character', password, `is ${password.slice(0, -1)}, not`, 'is •••, not'],
    ['without its first character', password, `is ${password.slice(1)}, not`, 'is •••, not'],
    ['its middle', password, '...and-3-hors...', '...•••...'],
    ['cut short, as in JSON', odd, JSON.stringify(odd.slice(0, 10)), '"•••"'],
    ['cut short, in a URL', odd, `x=${encodeURIComponent(odd.slice(0, 12))}`, 'x=•••'],
    ['with a + of its own, in a form', 'ab+cd ef+1234', 'x=ab+cd+ef%2B12&y', 'x=•••&y'],
    ['a line of eight characters', 'first\nk3y-line\nlast', 'it is k3y-line.', 'it is •••.'],
    ['the last line, broken anew', 'first\nk3y-line-9\nlast', 'k3y-\nline-', '•••'],
    ['a word that is cut', words.replaceAll(' ', ''), 'the correcth is wrong', 'the ••• is wrong'],
    ['a word without its beginning', words.replaceAll(' ', ''), 'the rystaple is wrong', 'the ••• is wrong'],
    ['words that end in dots', words, 'is correct horse... so', 'is •••... so'],
    ['words after dots', words, 'is …battery staple so', 'is …••• so'],
    ['many words', words, 'is horse battery staple so', 'is••• so'],
  ])('%s', (_, secret, text, expected) => expect(createRedactor([secret])(text)).toBe(expected));
});

describe('nothing else is masked', () => {
  test.each([
    ['password-for-orders', 'Invalid password for orders.'],
    ['passwordOfOrders1', 'Invalid password for passwordless orders.'],
    ['PASSWORD_FOR_ORDERS', 'PASSWORD is required, as are PASSWORDS'],
    ['https://user:pw0rd@example.com', 'See https://cloud.mongodb.com/'],
    ['mongodb-atlas-2024', 'a mongodb-atlas cluster'],
    [words, 'a battery that is correct'],
    [password, 'Tr0ub4d, 3-hors and d-3-hor are too short'],
  ])('%s has words in common with a text', (secret, text) => expect(createRedactor([secret])(text)).toBe(text));

  test('of overlapping secrets, the longest is masked whole', () => {
    expect(createRedactor(['secret', 'secret-and-more'])('secret-and-more secret')).toBe('••• •••');
    expect(createRedactor(['abcdef', 'defghi'])('abcdefghi')).toBe('•••');
  });

  test.each(['abc', '', '    ', '\n\n\n\n\n'])('%j is too short to be told apart', (secret) => {
    const text = `abc\n\n\n\n\n    abc ${base64('abc')}`;
    expect(createRedactor([secret])(text)).toBe(text);
  });

  test('a plus is not a space, unless a form says so', () => {
    expect(createRedactor(['++++'])('    and ++++')).toBe('    and •••');
  });

  test('a secret that is a mask already', () => {
    const redact = createRedactor(['••••••']);
    expect(redact(redact('was ••••••'))).toBe('was •••');
  });

  test('an answer stays JSON when its secrets are masked', () => {
    const secret = 'ends with a backslash\\';
    const masked = createRedactor([secret])(JSON.stringify({ a: secret, b: [secret, 'x'] }));
    expect(JSON.parse(masked)).toEqual({ a: '•••', b: ['•••', 'x'] });
  });
});

test('a secret that repeats itself does not make it slow', () => {
  const secrets = ['a'.repeat(60_000), `${'a'.repeat(60_000)}b`, 'aaaa', `${'ab'.repeat(30_000)}c`];
  expect(createRedactor(secrets)(`${'a'.repeat(1_000_000)} ${'ab'.repeat(500_000)} end`)).toMatch(/^•••.* end$/);
});

test('two megabytes and fifty secrets', () => {
  const secrets = Array.from({ length: 50 }, (_, index) => `${pemLines[index % 3]}"\\\n${index}`);
  const filler = JSON.stringify(
    Array.from({ length: 20_000 }, (_, id) => ({ id, name: 'orders "x" <é> %41' })),
    null,
    2,
  );
  const text = filler.replace('orders', secrets[49] ?? '');
  expect(text.length).toBeGreaterThan(1_000_000);
  expect(createRedactor(secrets)(text + filler)).toBe(filler.replace('orders', '•••') + filler);
});
