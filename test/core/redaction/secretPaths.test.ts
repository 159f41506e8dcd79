// The secrets of a connection, found and masked by where they stand.
import { expect, test } from 'vitest';
import { mask } from '../../../client/src/core/redaction/mask.ts';
import { maskSecrets, maskSecretsInText, secretsIn } from '../../../client/src/core/redaction/secretPaths.ts';

/** A mark of the schemas: nothing in these keys says that it is a secret. */
const paths = [['authentication', 'riddle'], ['uri']];

test('secrets are found by the marks of the schemas, by their keys and by their form', () => {
  const body = {
    authentication: { riddle: 'p', username: 'u' },
    headers: { 'X-Api-Key': 'x', Accept: 'y' },
    url: 'https://h.example.com/a?code=z&b=1',
  };
  expect(secretsIn(body, paths)).toEqual(['p', 'x', 'https://h.example.com/a?code=z&b=1', 'z']);
});

test.each([{}, null, 'text', { headers: null }, { headers: 'x' }, { authentication: { password: '' } }])(
  'there is none in %j',
  (body) => expect(secretsIn(body, paths)).toEqual([]),
);

test('of a text only the part that is secret is masked', () => {
  const url = 'https://h.example.com/a?code=z1y2&b=1';
  expect(maskSecrets({ url }, paths)).toEqual({ url: `https://h.example.com/a?code=${mask}&b=1` });
  expect(JSON.parse(maskSecretsInText(JSON.stringify([{ url }]), paths))).toEqual([
    { url: `https://h.example.com/a?code=${mask}&b=1` },
  ]);
});

test('a secret that is no text is one as a whole, but its words are none elsewhere', () => {
  const riddle = { project: 'shop', numbers: [12345], no: null, none: '', id: 'hunter2-'.repeat(3), key: 'a\nb' };
  const body = { authentication: { riddle }, headers: { token: 7 } };
  expect(secretsIn(body, paths)).toEqual(['hunter2-hunter2-hunter2-', 'a\nb', '7']);
  expect(maskSecrets(body, paths)).toEqual({ authentication: { riddle: mask }, headers: { token: mask } });
});

test('masking leaves the original and everything else alone', () => {
  const body = {
    name: 'n',
    list: [1, 'a'],
    authentication: { riddle: { odd: 'p' }, username: 'u' },
    headers: { token: 'x' },
  };
  const before = structuredClone(body);
  expect(maskSecrets(body, paths)).toEqual({
    ...before,
    authentication: { riddle: mask, username: 'u' },
    headers: { token: mask },
  });
  expect(body).toEqual(before);
});

test('a secret of any length is masked where a connection stands inside a text, however deep', () => {
  const echo = { detail: 'no', request: [{ uri: 'x', authentication: { riddle: 'p', username: 'u' } }] };
  expect(JSON.parse(maskSecretsInText(JSON.stringify(echo), paths))).toEqual({
    detail: 'no',
    request: [{ uri: mask, authentication: { riddle: mask, username: 'u' } }],
  });
});

test.each([
  'not { JSON',
  '{"number":12345678901234567890, "headers":null}',
  '{ "authentication" : {"password":null} }',
  '{"__proto__": {"headers": 1}}',
  '[]',
  '',
])('%j has none, and stays letter by letter', (text) => expect(maskSecretsInText(text, paths)).toBe(text));

test('an answer that nests a hundred thousand times is searched all the same', () => {
  const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(maskSecretsInText(text, paths)).toBe(text);
});

test('keys of objects are data', () => {
  expect(maskSecretsInText('{"__proto__":{"headers":{"__proto__":{"token":"x"}}}}', paths)).toContain(mask);
  expect(({} as Record<string, unknown>).headers).toBeUndefined();
});
