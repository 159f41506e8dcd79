// Answers of Atlas and request bodies become connection files.
import { describe, expect, test } from 'vitest';
import { findSecrets } from '../../../client/src/core/import/secrets.ts';
import { read, readOne, refusal } from './reading.ts';

const answer = {
  authentication: { links: [], mechanism: 'SCRAM-256', username: 'admin' },
  bootstrapServers: 'fraud.example.com:9092',
  config: { 'auto.offset.reset': 'earliest' },
  id: '65a1b2c3d4e5f60718293a4b',
  name: 'fraud',
  networking: { access: { links: [], type: 'PUBLIC' } },
  region: 'VIRGINIA_USA',
  security: { protocol: 'SASL_SSL' },
  state: 'READY',
  type: 'Kafka',
};
const file = [
  '{',
  '  "type": "Kafka",',
  '  "name": "fraud",',
  '  "bootstrapServers": "fraud.example.com:9092",',
  '  "authentication": {',
  '    "mechanism": "SCRAM-256",',
  '    "username": "admin",',
  '    "password": "${secret:FRAUD_PASSWORD}"',
  '  },',
  '  "security": {',
  '    "protocol": "SASL_SSL"',
  '  },',
  '  "config": {',
  '    "auto.offset.reset": "earliest"',
  '  }',
  '}',
  '',
].join('\n');
const cluster = {
  type: 'Cluster',
  name: 'shop',
  clusterName: 'Shop',
  dbRoleToExecute: { type: 'BUILT_IN', role: 'atlasAdmin' },
};

describe('what Atlas answers', () => {
  test.each<[string, unknown]>([
    ['one connection', answer],
    ['one in an envelope', { status: 200, content: answer }],
    ['a list of one', { links: [], results: [answer], totalCount: 1 }],
    ['an array', [answer]],
    ['a stream instance', { name: 'i', groupId: 'g', connections: [answer] }],
  ])('%s', (_, value) => {
    const { text, stored } = readOne(JSON.stringify(value));
    expect(text).toBe(file);
    expect(stored).toEqual({});
  });

  test('with spaces and a mark around it', () => {
    expect(readOne(`\uFEFF\n ${JSON.stringify(answer, null, 2)}\n`).text).toBe(file);
  });

  test('a list gives each of its connections', () => {
    const list = { status: 200, content: { links: [], results: [answer, cluster], totalCount: 2 } };
    expect(read(JSON.stringify(list)).map(({ file }) => file)).toEqual([JSON.parse(file), cluster]);
  });
});

describe('a request body', () => {
  const body = (authentication: object) => JSON.stringify({ ...answer, authentication });

  test('its secret is stored, not written', () => {
    const { text, stored } = readOne(body({ mechanism: 'SCRAM-256', username: 'admin', password: 'hunter2"\\' }));
    expect(text).toBe(file);
    expect(stored).toEqual({ FRAUD_PASSWORD: 'hunter2"\\' });
  });

  test('its placeholder stays', () => {
    const { text, stored } = readOne(body({ mechanism: 'SCRAM-256', username: 'admin', password: '${env:PASSWORD}' }));
    expect(text).toBe(file.replace('${secret:FRAUD_PASSWORD}', '${env:PASSWORD}'));
    expect(stored).toEqual({});
  });

  test('a name that another placeholder has is not given again', () => {
    const { stored } = readOne(body({ mechanism: '${secret:FRAUD_PASSWORD}', username: 'u', password: 'hunter2' }));
    expect(stored).toEqual({ FRAUD_PASSWORD_2: 'hunter2' });
  });

  test('a secret in the wrong place or of the wrong kind is one, too', () => {
    const { text, stored } = readOne(
      JSON.stringify({
        ...answer,
        authentication: { mechanism: 'PLAIN', username: 'u', passwd: 'hunter2', password: 20012 },
        config: { 'sasl.jaas.config': 'x password="hunter2"' },
      }),
    );
    expect(text).not.toMatch(/hunter2|20012/);
    expect(Object.values(stored).sort()).toEqual(['20012', 'hunter2', 'x password="hunter2"']);
  });

  test.each<[string, unknown]>([
    ['an object', { value: 'hunter2' }],
    ['a list', ['hunter2']],
  ])('a password that is %s cannot be stored: it is left out, and named', (_, password) => {
    const { file, text, stored, leftOut } = readOne(
      JSON.stringify({ type: 'Kafka', name: 'p', authentication: { mechanism: 'PLAIN', username: 'u', password } }),
    );
    expect(file).toMatchObject({ authentication: { password: '${secret:P_PASSWORD}' } });
    expect([stored, leftOut]).toEqual([{}, ['authentication.password']]);
    expect(text).not.toContain('hunter2');
  });

  test('what is secret in an object or a list that Atlas has no place for is stored', () => {
    const gcp = { credentials: { type: 'service_account', private_key: 'hunter2' }, tokens: ['hunter3', 'hunter4'] };
    const { text, stored } = readOne(JSON.stringify({ type: 'GCPPubSub', name: 'p', gcp }));
    expect(stored).toEqual({ P_PRIVATE_KEY: 'hunter2', P_TOKENS: 'hunter3', P_TOKENS_2: 'hunter4' });
    expect(text).not.toMatch(/hunter/);
  });

  test('a secret that is null or empty is none', () => {
    for (const credentials of [null, {}, []]) {
      expect(readOne(JSON.stringify({ type: 'GCPPubSub', name: 'p', gcp: { credentials } })).leftOut).toEqual([]);
    }
  });

  test('headers that sign in are secrets, others are not', () => {
    const headers = {
      Authorization: 'Bearer hunter2',
      'X-Own-Token': 'hunter3',
      'content-type': 'text/plain',
      'User-Agent': 'shop/1.0',
      'Accept-Language': 'en',
      'X-Environment': 'production',
      __proto__: '',
    };
    const { file, stored } = readOne(
      JSON.stringify({ type: 'Https', name: 'hook', url: 'https://h.example.com', headers }),
    );
    expect(file).toMatchObject({
      headers: {
        Authorization: '${secret:HOOK_AUTHORIZATION}',
        'X-Own-Token': '${secret:HOOK_X_OWN_TOKEN}',
        'content-type': 'text/plain',
        'User-Agent': 'shop/1.0',
        'Accept-Language': 'en',
        'X-Environment': 'production',
      },
    });
    expect(stored).toEqual({ HOOK_AUTHORIZATION: 'Bearer hunter2', HOOK_X_OWN_TOKEN: 'hunter3' });
  });

  test('a name that is taken is not given; whether it is may depend on there being a value', () => {
    const places = ['a', 'b', 'c'].map((key) => ['list', key]);
    const isTaken = (name: string, hasValue: boolean) => /^H_.$/.test(name) && !hasValue;
    const found = findSecrets({ list: { a: 'one', b: '****', c: { d: 1 } } }, places, 'h', isTaken);
    expect(found.map(({ name, value, isLeftOut }) => [name, value, isLeftOut])).toEqual([
      ['H_A', 'one', false],
      ['H_B_2', undefined, false],
      ['H_C_2', undefined, true],
    ]);
  });

  test('two headers whose names are the same name of a secret', () => {
    const headers = { 'X-Auth': 'one', 'x-auth': 'two' };
    const { stored } = readOne(JSON.stringify({ type: 'Https', name: 'hook', url: 'https://h.example.com', headers }));
    expect(stored).toEqual({ HOOK_X_AUTH: 'one', HOOK_X_AUTH_2: 'two' });
  });

  test.each<[string, object, string]>([
    ['Https', { url: 'https://u:hunter2@h.example.com/a' }, 'url'],
    [
      'SchemaRegistry',
      { schemaRegistryUrls: ['https://a.example.com', 'http://u:hunter2@b.example.com'] },
      'schemaRegistryUrls',
    ],
    [
      'Kafka',
      { authentication: { tokenEndpointUrl: 'https://u:hunter2@h.example.com' } },
      'authentication.tokenEndpointUrl',
    ],
    ['Kafka', { bootstrapServers: 'u:hunter2@b1.example.com:9092' }, 'bootstrapServers'],
    ['Future', { region: '', networking: {}, a: [{ b: 'https://hunter2@h.example.com' }] }, 'a.b'],
  ])('a login in an address of %s %j is taken out, and named', (type, more, path) => {
    const { text, from, stored } = readOne(JSON.stringify({ type, name: 'x', ...more }));
    expect([from, stored]).toEqual([[path], {}]);
    expect(text).not.toContain('hunter2');
    expect(text).toMatch(/[hb]\d?\.example\.com/);
  });

  test('a password that looks like an address is whole', () => {
    const password = 'https://u:hunter2@h.example.com';
    const { stored, from } = readOne(body({ mechanism: 'PLAIN', username: 'u', password }));
    expect([stored, from]).toEqual([{ FRAUD_PASSWORD: password }, []]);
  });

  test('a type and keys that are not known yet stay', () => {
    const future = { type: 'Future', name: 'f', networking: { access: {} }, region: 'r', future: { a: [1, { b: 2 }] } };
    expect(readOne(JSON.stringify(future)).file).toMatchObject({ type: 'Future', name: 'f', future: future.future });
  });
});

describe('what cannot be understood is said, with what was expected, and never repeated', () => {
  test.each<[string, string, RegExp]>([
    ['nothing', ' \n', /^The clipboard holds no text\./],
    ['words', 'hunter2', /neither JSON nor any setting that is known/],
    ['settings of something else', 'hunter2=x\nspring.kafka.x=y', /neither JSON nor any setting that is known/],
    ['broken JSON', '{ "type": hunter2 }', /begins like JSON, but is none/],
    ['JSON without a connection', '{ "name": "hunter2" }', /has no connection in it/],
    ['an empty list', '{ "results": [] }', /has no connection in it/],
    ['a list of other things', '["hunter2", 1, null]', /has no connection in it/],
    ['a refusal', '{ "error": 400, "errorCode": "VALIDATION_ERROR", "detail": "hunter2" }', /a refusal of Atlas/],
    ['a refusal in an envelope', '{ "status": 404, "content": { "errorCode": "X" } }', /a refusal of Atlas/],
    ['JSON that nests too deeply', `{ "type": ${'['.repeat(100)}${']'.repeat(100)} }`, /nests too deeply/],
    ['very deep JSON', '['.repeat(300_000) + ']'.repeat(300_000), /nests too deeply|is none/],
    [
      'a connection of a thousand headers',
      JSON.stringify({ type: 'Https', headers: Array.from({ length: 1001 }, () => 'hunter2') }),
      /has no connection in it/,
    ],
    ['far too much', 'a=b\n'.repeat(300_000), /more than a million characters/],
  ])('%s', (_, text, reason) => {
    const said = refusal(text);
    expect(said).toMatch(reason);
    expect(said).toMatch(/Copy a connection as JSON.*\.properties/);
    expect(said).not.toContain('hunter2');
  });
});
