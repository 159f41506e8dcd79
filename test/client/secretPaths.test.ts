// The secrets of a connection, found and masked by where they stand.
import { expect, test } from 'vitest';
import { mask, maskSecrets, secretsIn } from '../../client/src/secretPaths.ts';

const paths = [
  ['authentication', 'password'],
  ['headers', '*'],
];

test('secrets are found by path', () => {
  const body = { authentication: { password: 'p', username: 'u' }, headers: { a: 'x', b: 'y' }, password: 'no' };
  expect(secretsIn(body, paths)).toEqual(['p', 'x', 'y']);
});

test.each([{}, null, 'text', { headers: null }, { headers: 'x' }, { authentication: { password: '' } }])(
  'there is none in %j',
  (body) => expect(secretsIn(body, paths)).toEqual([]),
);

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
