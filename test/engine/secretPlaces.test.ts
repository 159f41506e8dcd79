// Where secrets stand, in their right places and in the wrong ones.
import { describe, expect, test } from 'vitest';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { resolve, root, type Schema } from '../../server/src/engine/schema/schemaLookup.ts';
import {
  isHiddenPath,
  isPlaceOfSecret,
  isSecretAt,
  secretPlaces,
} from '../../server/src/engine/schema/secretPlaces.ts';
import { fieldsOf } from '../support/fields.ts';

const isPlace = (path: string) => isPlaceOfSecret(path.split('/'));
const places = secretPlaces().map((path) => path.join('/'));

test.each(connectionTypeNames)('of %s, all that are marked as such', (type) => {
  const marked = [...fieldsOf(type)].filter(([, said]) => said.some(({ writeOnly }) => writeOnly));
  expect(marked.map(([path]) => path.replaceAll('.', '/')).filter((path) => !places.includes(path))).toEqual([]);
});

test.each([
  'config/sasl.jaas.config',
  'security/saslPassword',
  'security/sasl.jaas.config',
  'authentication/passwd',
  'password',
  'authorization',
  'token',
  'aws/secretAccessKey',
  'authentication/aws/sessionToken',
  'azure/sasToken',
  'gcp/privateKey',
  'connectionString',
  'sasl/password',
  'sasl/saslPassword',
  'configuration/sasl.jaas.config',
])('the wrong one %s', (path) => expect(isPlace(path)).toBe(true));

test.each([
  'authentication/username',
  'config/client.id',
  'url',
  'clientId',
  'config/bootstrap.servers',
  'aws/roleArn',
])('but not %s', (path) => expect(isPlace(path)).toBe(false));

/** Every key that is written by mistake, with the way to it. */
function mistakenKeys(schema: Schema, path = ''): string[] {
  const { properties = {}, items, allOf = [], then, mistaken = {} } = resolve(schema);
  const inside = (part: Schema | boolean | undefined, key = '') =>
    typeof part === 'object' ? mistakenKeys(part, path + key) : [];
  return [
    ...Object.entries(mistaken).flatMap(([key, { replace }]) => (replace === undefined ? path + key : [])),
    ...Object.entries(properties).flatMap(([key, property]) => inside(property, `${key}/`)),
    ...[items, ...allOf, then].flatMap((part) => inside(part)),
  ];
}

test('no mistaken key that speaks of a secret is forgotten', () => {
  const speaks =
    /passw|passphrase|secret|token$|jaas|private.?key|accountKey|key\.pem|store\.key$|user\.info|credentials$|connectionString/i;
  const keys = [...new Set(mistakenKeys(root))];
  expect(keys.filter((key) => speaks.test(key)).length).toBeGreaterThan(40);
  expect(keys.filter((key) => speaks.test(key) && !isPlace(key))).toEqual([]);
});

test('no place where a type has something else', () => {
  const open = connectionTypeNames.flatMap((type) =>
    [...fieldsOf(type)].flatMap(([path, said]) => (said.some(({ writeOnly }) => writeOnly) ? [] : path)),
  );
  expect(open.filter((path) => isPlace(path.replaceAll('.', '/')))).toEqual([]);
});

describe('of headers', () => {
  test.each([
    ['Authorization', 'x', true],
    ['X-Acme', '7f3a9c81e2d04b5f9a6c', true],
    ['X-Acme', 'blue', false],
    ['X-Environment', 'production', false],
    ['content-type', 'application/json', false],
    ['Accept', 'text/plain', false],
  ])('%s with %s: %s', (name, value, isSecret) => {
    expect(isSecretAt(['headers', name], value)).toBe(isSecret);
    expect(isSecretAt(['httpHeaders', name], value)).toBe(isSecret);
  });
});

test('Atlas keeps to itself what stands in its right place, but for maps', () => {
  expect(places.filter((path) => isHiddenPath(path.split('/'))).sort()).toEqual([
    'authentication/clientSecret',
    'authentication/password',
    'authentication/sslKey',
    'authentication/sslKeyPassword',
    'schemaRegistryAuthentication/password',
  ]);
});
