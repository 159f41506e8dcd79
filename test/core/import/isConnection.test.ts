// Which JSON of the clipboard is a connection, and which only has a `type` as much JSON does.
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isConnection } from '../../../client/src/core/import/isConnection.ts';
import { privateKey } from './pem.ts';
import { knowledge, read, refusal } from './reading.ts';

const secret = () => `hunter2-${randomBytes(12).toString('hex')}`;

describe('what is no connection is refused, with what to copy, and nothing of it is repeated', () => {
  test.each<[string, object]>([
    [
      'a key file of a service account',
      {
        type: 'service_account',
        project_id: 'shop',
        private_key_id: secret(),
        private_key: privateKey,
        client_id: '1',
      },
    ],
    ['a key file of a user', { type: 'authorized_user', client_id: 'x', client_secret: secret(), refresh_token: 'y' }],
    [
      'a Kubernetes secret',
      { apiVersion: 'v1', kind: 'Secret', type: 'Opaque', metadata: { name: 'broker' }, data: { password: secret() } },
    ],
    [
      'a resource of `terraform show -json`',
      {
        address: 'mongodbatlas_stream_connection.orders',
        mode: 'managed',
        type: 'mongodbatlas_stream_connection',
        name: 'orders',
        provider_name: 'registry.terraform.io/mongodb/mongodbatlas',
        values: { connection_name: 'orders', authentication: { password: secret() } },
      },
    ],
    ['a package of npm', { name: 'shop', version: '1.0.0', type: 'module', config: { token: secret() }, scripts: {} }],
    ['a schema of OpenAPI', { type: 'object', properties: { password: { type: 'string', example: secret() } } }],
    ['a security scheme of OpenAPI', { type: 'apiKey', in: 'header', name: secret() }],
    ['a user of GitHub', { login: secret(), id: 1, node_id: 'x', url: 'https://api.example.com/u', type: 'User' }],
    ['a geometry', { type: 'Point', coordinates: [1, 2], properties: { name: secret() } }],
    ['a tool of a language model', { type: 'function', function: { name: secret(), parameters: {} } }],
    ['a document without a type', { _id: 1, url: secret(), password: secret() }],
    ['an empty type', { type: '', token: secret() }],
    ['a type that is no text', { type: ['Kafka'], bootstrapServers: secret() }],
  ])('%s', (_, value) => {
    for (const text of [value, [value], { results: [value] }, { status: 200, content: value }].map(toJson)) {
      expect(refusal(text)).toBe(
        'The clipboard’s JSON has no connection in it. Copy a connection as JSON, as Atlas answers or takes it, a list of them, or the .properties of a Kafka client (Java or librdkafka).',
      );
    }
  });

  test('among connections it is left out', () => {
    const list = [
      { type: 'Opaque', data: secret() },
      { type: 'Sample', name: 'samplelog' },
    ];
    expect(read(toJson(list)).map(({ file }) => file)).toEqual([list[1]]);
  });
});

describe('a connection is', () => {
  const { types, mistakenTypes, keys } = knowledge.connectionMarks;
  const marked = (value: object) => isConnection({ ...value }, knowledge.connectionMarks);

  test('what has one of the types, or a name that is mistaken for one, and nothing else', () => {
    for (const type of [...types, ...mistakenTypes]) expect(marked({ type }), type).toBe(true);
  });

  test('what has a type with a typing error, or in other case and signs', () => {
    for (const type of types.filter((one) => one.length >= 5)) {
      for (const near of [type.toLowerCase(), type.toUpperCase(), ` ${type}-`, `${type.slice(0, 2)}${type.slice(3)}`]) {
        expect(marked({ type: near, name: 'x', other: 1 }), near).toBe(true);
      }
    }
  });

  test('what has properties of a connection, and not as many others', () => {
    for (const key of keys.filter((one) => one !== 'type' && one !== 'name')) {
      expect(marked({ type: '${env:TYPE}', [key]: {} }), key).toBe(true);
      expect(marked({ type: '${env:TYPE}', [key]: {}, a: 1 }), key).toBe(false);
    }
  });

  test('what Atlas answers of a type that it has only since', () => {
    const answer = { id: '65a1b2c3d4e5f60718293a4b', links: [], name: 'n', region: 'VIRGINIA_USA', state: 'READY' };
    expect(marked({ ...answer, type: 'Future', future: {} })).toBe(true);
  });
});

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
