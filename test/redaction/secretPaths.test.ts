// The secrets of a connection, found and masked by where they stand.
import { expect, test } from 'vitest';
import { mask } from '../../client/src/redaction/mask.ts';
import { isSecretAt, maskSecrets, maskSecretsInText, secretsIn } from '../../client/src/redaction/secretPaths.ts';

const paths = [{ path: ['authentication', 'password'] }, { path: ['headers', '*'], except: ['Accept'] }];

test('secrets are found by path', () => {
  const body = { authentication: { password: 'p', username: 'u' }, headers: { a: 'x', b: 'y' }, password: 'no' };
  expect(secretsIn(body, paths)).toEqual(['p', 'x', 'y']);
});

test.each([{}, null, 'text', { headers: null }, { headers: 'x' }, { authentication: { password: '' } }])(
  'there is none in %j',
  (body) => expect(secretsIn(body, paths)).toEqual([]),
);

test('what * does not stand for is no secret, in any case', () => {
  const body = { headers: { a: 'x', accept: 'y' } };
  expect(secretsIn(body, paths)).toEqual(['x']);
  expect(maskSecrets(body, paths)).toEqual({ headers: { a: mask, accept: 'y' } });
  expect(JSON.parse(maskSecretsInText(JSON.stringify([body]), paths))).toEqual([{ headers: { a: mask, accept: 'y' } }]);
  expect([['headers', 'A'], ['headers', 'ACCEPT'], ['headers']].map((path) => isSecretAt(path, paths))).toEqual([
    true,
    false,
    false,
  ]);
});

test('a secret that is no text is one as a whole, but its words are none elsewhere', () => {
  const password = { project: 'shop', numbers: [12345], no: null, none: '', id: 'hunter2-'.repeat(3), key: 'a\nb' };
  const body = { authentication: { password }, headers: { a: 7 } };
  expect(secretsIn(body, paths)).toEqual(['hunter2-hunter2-hunter2-', 'a\nb', '7']);
  expect(maskSecrets(body, paths)).toEqual({ authentication: { password: mask }, headers: { a: mask } });
  expect(isSecretAt(['authentication', 'password', 'numbers', '0'], paths)).toBe(true);
});

test('masking leaves the original and everything else alone', () => {
  const body = {
    name: 'n',
    list: [1, 'a'],
    authentication: { password: { odd: 'p' }, username: 'u' },
    headers: { a: 'x' },
  };
  const before = structuredClone(body);
  expect(maskSecrets(body, paths)).toEqual({
    ...before,
    authentication: { password: mask, username: 'u' },
    headers: { a: mask },
  });
  expect(body).toEqual(before);
});

test('a secret of any length is masked where a connection stands inside a text, however deep', () => {
  const echo = { detail: 'no', request: [{ headers: { a: 'x' }, authentication: { password: 'p', username: 'u' } }] };
  expect(JSON.parse(maskSecretsInText(JSON.stringify(echo), paths))).toEqual({
    detail: 'no',
    request: [{ headers: { a: mask }, authentication: { password: mask, username: 'u' } }],
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
  expect(maskSecretsInText('{"__proto__":{"headers":{"__proto__":"x"}}}', paths)).toContain(mask);
  expect(({} as Record<string, unknown>).headers).toBeUndefined();
});
