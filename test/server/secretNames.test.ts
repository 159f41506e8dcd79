// The names that are proposed for secrets.
import { expect, test } from 'vitest';
import { proposeSecretName, secretName } from '../../server/src/secretNames.ts';

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
  expect(proposeSecretName('x'.repeat(300), '/password')).toMatch(secretName);
});
