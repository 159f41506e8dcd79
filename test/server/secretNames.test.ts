// The names that are proposed for secrets.
import { expect, test } from 'vitest';
import { nameForms } from '../../server/src/placeholder.ts';
import { fileStem, freeName, proposeSecretName, secretOwner } from '../../server/src/secretNames.ts';

test.each([
  ['orders-kafka', '/authentication/password', 'ORDERS_KAFKA_PASSWORD'],
  ['ordersKafka', '/authentication/clientSecret', 'ORDERS_KAFKA_CLIENT_SECRET'],
  ['', '/headers/X-Api-Key', 'X_API_KEY'],
  ['hook', '/headers/a~1b', 'HOOK_A_B'],
  ['${env:NAME}', '/authentication/sslKey', 'ENV_NAME_SSL_KEY'],
  ['été 😀', '/authentication/password', 'T_PASSWORD'],
])('%s, %s: %s', (connection, pointer, expected) => {
  expect(proposeSecretName(connection, pointer)).toBe(expected);
});

test('a long name is cut to what a placeholder takes', () => {
  for (const name of ['x'.repeat(300), 'X'.repeat(99), 'été'.repeat(90)]) {
    for (const key of ['password', 'k'.repeat(300)]) {
      const proposed = proposeSecretName(name, `/${key}`);
      expect(proposed).toMatch(nameForms.secret);
      expect(proposed).toMatch(/_(PASSWORD|K{50})$/);
      expect(freeName(proposed, (one) => one === proposed)).toMatch(nameForms.secret);
    }
  }
});

test.each([
  ['file:///a/orders-msk.streamconn.json', 'orders-msk'],
  ['file:///a/orders.v2.streamconn.json', 'orders.v2'],
  ['file:///a.b/orders.json', 'orders'],
  ['file:///a/my%20orders%C3%A9.streamconn.json', 'my_orders_'],
  ['vscode-remote://wsl%2Bu/a/orders.streamconn.json?x=/b.c#d', 'orders'],
  ['untitled:orders.streamconn.json', 'orders'],
  ['untitled:Untitled-1', ''],
  ['file:///a.b/orders', ''],
  ['file:///a/.streamconn.json', ''],
  ['', ''],
])('the file %s is called %j', (uri, expected) => {
  expect(fileStem(uri)).toBe(expected);
});

test.each([
  ['its name', { name: 'orders', type: 'T' }, 'orders'],
  ['its file where its name is not known', { name: '${env:NAME}', type: 'T' }, 'file'],
  ['its file where its name has no letter that a secret can have', { name: '订单', type: 'T' }, 'file'],
  ['its file where its name is no text', { name: 5, type: 'T' }, 'file'],
])('secrets are named after %s', (_, connection, expected) => {
  expect(secretOwner('file:///a/file.streamconn.json', connection)).toBe(expected);
});

test('secrets of a file that has no name at all are named after its type, or after nothing', () => {
  expect(secretOwner('untitled:Untitled-1', { type: 'Kafka' })).toBe('Kafka');
  expect(secretOwner('untitled:Untitled-1', {})).toBe('');
});

test.each([
  ['an object, as the parser makes it', Object.create(null)],
  ['a list of them', [Object.create(null)]],
  ['a number', 5],
  ['a placeholder', '${env:TYPE}'],
])('secrets are not named after a type that is %s', (_, type) => {
  expect(secretOwner('untitled:Untitled-1', { type })).toBe('');
});

test('a name that is taken gets the first number that is free', () => {
  const taken = ['A', 'A_2', 'SECRET'];
  expect(['A', 'B', ''].map((name) => freeName(name, (one) => taken.includes(one)))).toEqual(['A_3', 'B', 'SECRET_2']);
});
