// The connection file of a connection that Atlas has.
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';
import { fixtures } from '../support/fixtures.ts';

const engine = createEngine();

function fileOf(connection: Record<string, unknown>) {
  const file = engine.fileOf(connection);
  if (!file) throw new Error('There is no file.');
  return { ...file, value: JSON.parse(file.text) as Record<string, unknown> };
}

const broker = {
  authentication: { links: [], mechanism: 'SCRAM-512', username: 'shop' },
  bootstrapServers: 'broker.example.com:9092',
  config: {},
  id: '65a0c0ffee65a0c0ffee0001',
  links: [{ href: 'https://example.com', rel: 'self' }],
  name: 'orders-kafka',
  networking: { access: { links: [], type: 'PUBLIC' }, links: [] },
  region: 'VIRGINIA_USA',
  security: { protocol: 'SASL_SSL' },
  state: 'READY',
  type: 'Kafka',
};

test('only what a person writes, in the order of the schemas, each secret by a name', () => {
  expect(fileOf(broker).text).toBe(`{
  "type": "Kafka",
  "name": "orders-kafka",
  "bootstrapServers": "broker.example.com:9092",
  "authentication": {
    "mechanism": "SCRAM-512",
    "username": "shop",
    "password": "\${secret:ORDERS_KAFKA_PASSWORD}"
  },
  "security": {
    "protocol": "SASL_SSL"
  }
}
`);
  expect(fileOf(broker).secrets).toEqual([{ pointer: '/authentication/password', name: 'ORDERS_KAFKA_PASSWORD' }]);
});

describe('secrets', () => {
  test.each([
    ['PLAIN', 'SASL_SSL', ['password']],
    ['OAUTHBEARER', 'SASL_SSL', ['clientSecret']],
    ['AWS_MSK_IAM', 'SASL_SSL', []],
    ['', 'SSL', ['sslKey']],
    ['SOMETHING_NEW', 'SASL_SSL', []],
  ])('those that mechanism “%s” needs', (mechanism, protocol, keys) => {
    const { secrets } = fileOf({ ...broker, authentication: { mechanism }, security: { protocol } });
    expect(secrets.map(({ pointer }) => pointer)).toEqual(keys.map((key) => `/authentication/${key}`));
  });

  test('a registry’s password', () => {
    const registry = { type: 'SchemaRegistry', name: 'r', schemaRegistryAuthentication: { type: 'USER_INFO' } };
    expect(fileOf(registry).secrets).toEqual([
      { pointer: '/schemaRegistryAuthentication/password', name: 'R_PASSWORD' },
    ]);
  });

  test('what Atlas gives back of headers that sign in is not written down, what is harmless is', () => {
    const headers = { Authorization: 'Bearer hunter2', 'X-Acme': 'blue', 'X-Api-Key': 'hunter2' };
    const { value, secrets, text } = fileOf({ type: 'Https', name: 'hook', url: 'https://example.com', headers });
    expect(value.headers).toEqual({
      Authorization: '${secret:HOOK_AUTHORIZATION}',
      'X-Acme': 'blue',
      'X-Api-Key': '${secret:HOOK_X_API_KEY}',
    });
    expect(secrets).toHaveLength(2);
    expect(text).not.toContain('hunter2');
  });

  test.each([
    { authentication: { mechanism: 'NEW', password: 'hunter2', sslKey: { pem: 'hunter2' } } },
    { type: 'Sample', headers: { 'X-Auth': 'hunter2' } },
    { config: { 'sasl.jaas.config': 'hunter2' } },
  ])('not even in the wrong place: %j', (part) => {
    expect(fileOf({ ...broker, ...part }).text).not.toContain('hunter2');
  });

  test('two keys that make the same name are two secrets', () => {
    const { secrets } = fileOf({ type: 'Https', name: 'h', headers: { 'a-token': '1', a_token: '2', 'a.token': '3' } });
    expect(secrets.map(({ name }) => name)).toEqual(['H_A_TOKEN', 'H_A_TOKEN_2', 'H_A_TOKEN_3']);
  });

  test('a name of signs only is none', () => {
    const { secrets } = fileOf({ type: 'Https', name: '你好', headers: { 名: 'Bearer hunter2' } });
    expect(secrets.map(({ name }) => name)).toEqual(['SECRET']);
  });

  test.each([
    ['no name', undefined],
    ['a name that is no text', 5],
  ])('of a connection with %s are named after its type', (_, name) => {
    const { secrets } = fileOf({ type: 'Https', name, headers: { 'X-Api-Key': 'hunter2' } });
    expect(secrets.map((secret) => secret.name)).toEqual(['HTTPS_X_API_KEY']);
  });

  test('what the file takes from elsewhere stays out of it, though nothing says that it is a secret', () => {
    const connection = { type: 'Https', name: 'h', headers: { 'X-Acme': 'hunter2', 'X-Other': 'blue' } };
    const like = { headers: { 'X-Acme': '${secret:ACME}', 'X-Other': '${env:OTHER}' } };
    expect(JSON.parse(engine.fileOf(connection, like)?.text ?? '').headers).toEqual({
      'X-Acme': '${secret:ACME}',
      'X-Other': '${env:OTHER}',
    });
  });
});

describe('beside a file that is there already', () => {
  test('what the file names its secrets stays, also those that Atlas may do without', () => {
    const authentication = {
      mechanism: '',
      sslCertificate: '${file:c.pem}',
      sslKey: '${env:KEY}',
      sslKeyPassword: '${secret:P}',
    };
    const file = engine.fileOf(tls, { authentication });
    expect(JSON.parse(file?.text ?? '').authentication).toEqual(authentication);
    expect(file?.secrets).toEqual([]);
  });

  const replacing = (connection: Record<string, unknown>, like: Record<string, unknown>) => {
    const file = engine.fileOf(connection, like);
    return { value: JSON.parse(file?.text ?? ''), secrets: file?.secrets ?? [] };
  };
  const lambda = { type: 'AWSLambda', name: 'l', aws: { roleArn: 'r' } };
  const tls = { ...broker, authentication: { mechanism: '' }, security: { protocol: 'SSL' } };

  test.each([
    ['a secret', broker, { authentication: { password: 'hunter2' } }, '/authentication/password', 'hunter2'],
    [
      'one that Atlas may do without',
      tls,
      { authentication: { sslKeyPassword: 'hunter2' } },
      '/authentication/sslKeyPassword',
      'hunter2',
    ],
    ['what Atlas may not tell', lambda, { aws: { testBucket: 'probe' } }, '/aws/testBucket', 'probe'],
    ['the region, where Atlas does not tell it', lambda, { region: 'DUBLIN_IRL' }, '/region', 'DUBLIN_IRL'],
    ['$schema, which is the file’s own', lambda, { $schema: './x.json' }, '/$schema', './x.json'],
  ])('what Atlas does not give back stays in plain text: %s', (_, connection, like, pointer, expected) => {
    const { region: _region, ...silent } = { region: '', ...connection };
    const { value, secrets } = replacing(silent, like);
    const found = pointer
      .slice(1)
      .split('/')
      .reduce((at, key) => at[key], value);
    expect(found).toBe(expected);
    expect(secrets.map((secret) => secret.pointer)).not.toContain(pointer);
  });

  test.each([
    ['one that the mechanism does not have', broker, { authentication: { sslKeyPassword: 'hunter2' } }],
    [
      'one that Atlas gives back',
      { ...broker, config: { 'sasl.jaas.config': 'x' } },
      { config: { 'sasl.jaas.config': 'hunter2' } },
    ],
    ['one in a wrong place', broker, { security: { saslPassword: 'hunter2' }, password: 'hunter2' }],
    ['one of another type', lambda, { authentication: { password: 'hunter2' } }],
  ])('no secret in plain text comes along that does not fit: %s', (_, connection, like) => {
    expect(engine.fileOf(connection, like)?.text).not.toContain('hunter2');
  });

  test('what Atlas does tell is as Atlas has it', () => {
    const like = { region: 'DUBLIN_IRL', aws: { roleArn: 'mine', testBucket: 'mine' } };
    const told = { ...lambda, region: 'VIRGINIA_USA', aws: { roleArn: 'r', testBucket: 'b' } };
    expect(replacing(told, like).value).toEqual({ ...lambda, aws: { roleArn: 'r', testBucket: 'b' } });
  });

  test.each(['', null])('%j in place of a secret is none', (password) => {
    expect(replacing(broker, { authentication: { password } }).value.authentication.password).toMatch(/^\$\{secret:/);
  });
});

describe('networking and region', () => {
  const access = { type: 'PRIVATE_LINK', connectionId: '65a0c0ffee65a0c0ffee0002' };

  test('stay where Atlas reaches the service in another way than the usual one', () => {
    const { value } = fileOf({ ...broker, networking: { access } });
    expect(value).toMatchObject({ networking: { access }, region: 'VIRGINIA_USA' });
  });

  test.each(['networking', 'publicPrivateNetworking'])('are dropped where they say nothing: %s', (key) => {
    const type = key === 'networking' ? 'S3' : 'AWSLambda';
    const lambda = { type, name: 'l', aws: { roleArn: 'r' }, region: 'X', [key]: { access: { type: 'PUBLIC' } } };
    expect(fileOf(lambda).value).toEqual({ type, name: 'l', aws: { roleArn: 'r' } });
  });
});

test('what no schema knows is kept, at the end', () => {
  expect(Object.keys(fileOf({ brandNew: 1, ...broker }).value).at(-1)).toBe('brandNew');
});

test('null says nothing', () => {
  expect(fileOf({ type: 'Cluster', name: 'c', clusterName: 'C', clusterGroupId: null }).value).not.toHaveProperty(
    'clusterGroupId',
  );
});

test('a parameter that is called like what only Atlas writes is a parameter', () => {
  expect(fileOf({ ...broker, config: { state: 'x', links: 'y' } }).value.config).toEqual({ state: 'x', links: 'y' });
});

test('a key that objects have by themselves is a key', () => {
  const hostile = JSON.parse('{ "type": "Https", "name": "h", "__proto__": { "x": 1 } }');
  expect(fileOf(hostile).text).toContain('"__proto__": {\n    "x": 1');
});

test('what nests too deeply has no file', () => {
  expect(engine.fileOf(JSON.parse(`{ "a": ${'['.repeat(200)}${']'.repeat(200)} }`))).toBeNull();
});

test.each(fixtures)('$file comes back as it was, but for the names of its secrets', async ({ content }) => {
  const { value, text } = fileOf({ ...JSON.parse(content), id: 'x', state: 'READY', links: [] });
  const masked = (file: unknown) => JSON.parse(JSON.stringify(file).replaceAll(/\$\{[^}]*\}/g, '***'));
  const { networking, publicPrivateNetworking, ...others } = JSON.parse(content);
  const kept = (block: typeof networking) => (block?.access.type === 'PUBLIC' ? undefined : block);
  expect(masked(value)).toEqual(
    masked({
      ...others,
      networking: kept(networking),
      publicPrivateNetworking: kept(publicPrivateNetworking),
    }),
  );
  const errors = (await engine.findings(toText(text))).filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
});
