// A connection file beside the connection that Atlas has.
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { fixtures } from '../support/fixtures.ts';

const engine = createEngine();

type Json = Record<string, unknown>;

function compare(body: Json, connection: Json) {
  const result = engine.compare(body, connection);
  if (!result) throw new Error('They cannot be read.');
  return result;
}

const file = {
  type: 'Kafka',
  name: 'orders',
  bootstrapServers: 'broker.example.com:9092',
  authentication: { mechanism: 'SCRAM-512', username: 'shop', password: '${secret:ORDERS}' },
  security: { protocol: 'SASL_SSL' },
};

/** As Atlas would give `file` back. */
const deployed = {
  authentication: { mechanism: 'SCRAM-512', username: 'shop', links: [] },
  bootstrapServers: 'broker.example.com:9092',
  config: {},
  id: '65a0c0ffee65a0c0ffee0001',
  links: [],
  name: 'orders',
  networking: { access: { type: 'PUBLIC' } },
  region: 'VIRGINIA_USA',
  security: { protocol: 'SASL_SSL' },
  state: 'READY',
  type: 'Kafka',
};

test('up to date: the order, the defaults and what only Atlas writes make no difference', () => {
  const { upToDate, deployed: left, file: right, immutable, uncompared } = compare(file, deployed);
  expect({ upToDate, immutable, uncompared }).toEqual({
    upToDate: true,
    immutable: [],
    uncompared: ['/authentication/password'],
  });
  expect(left).toBe(right);
  expect(JSON.parse(left)).toEqual({
    ...file,
    authentication: { ...file.authentication, password: '(cannot be compared)' },
    config: {},
    networking: { access: { type: 'PUBLIC' } },
  });
});

test('a difference is on both sides at the same place', () => {
  const {
    upToDate,
    deployed: left,
    file: right,
  } = compare(file, { ...deployed, bootstrapServers: 'old.example.com:9092' });
  expect(upToDate).toBe(false);
  expect(left.replace('old.', 'broker.')).toBe(right);
});

test.each([
  ['what the file adds', { config: { acks: 'all' } }, {}],
  ['what Atlas has besides', {}, { config: { acks: 'all' } }],
  ['an object in place of a text', { bootstrapServers: { a: 1 } }, {}],
  ['an empty object in place of a text', { extra: {} }, { extra: 'a' }],
  ['a text in place of an empty object', { extra: 'a' }, { extra: {} }],
  ['a list in another order', { extra: [1, 2] }, { extra: [2, 1] }],
  ['a number for a text', { extra: 1 }, { extra: '1' }],
])('differs: %s', (_, inFile, inAtlas) => {
  expect(compare({ ...file, ...inFile }, { ...deployed, ...inAtlas }).upToDate).toBe(false);
});

test('a file without a name is of the connection that it is compared with', () => {
  const { name: _, ...nameless } = file;
  expect(compare(nameless, deployed).upToDate).toBe(true);
});

test('mutual TLS has no mechanism, or an empty one', () => {
  const tls = {
    ...file,
    authentication: { sslCertificate: 'c', sslKey: '${file:k.pem}' },
    security: { protocol: 'SSL' },
  };
  const inAtlas = { ...deployed, authentication: { mechanism: '' }, security: { protocol: 'SSL' } };
  expect(compare(tls, inAtlas)).toMatchObject({
    upToDate: true,
    uncompared: ['/authentication/sslCertificate', '/authentication/sslKey'],
  });
});

describe('what stays as it was created', () => {
  const access = { type: 'PRIVATE_LINK', connectionId: '65a0c0ffee65a0c0ffee0002' };

  test.each([
    ['networking', { networking: { access } }, ['/networking']],
    ['type', { type: 'Sample' }, ['/type']],
    ['name', { name: 'other' }, ['/name']],
    ['nothing of it', { bootstrapServers: 'x:1' }, []],
  ])('%s', (_, change, immutable) => {
    expect(compare({ ...file, ...change }, deployed).immutable).toEqual(expect.arrayContaining(immutable));
    expect(compare({ ...file, ...change }, deployed).immutable).toHaveLength(immutable.length);
  });
});

describe('secrets', () => {
  const hook = (headers: Json) => ({ type: 'Https', name: 'h', url: 'https://example.com', headers });
  const shows = (body: Json, connection: Json) => {
    const { deployed: left, file: right, ...rest } = compare(body, connection);
    expect(left + right).not.toContain('hunter2');
    return { left: JSON.parse(left), right: JSON.parse(right), ...rest };
  };

  test.each([
    ['the same', { Authorization: 'hunter2' }, { Authorization: 'hunter2' }, true, '(secret)', '(secret)'],
    [
      'another',
      { Authorization: 'hunter2b' },
      { Authorization: 'hunter2' },
      false,
      '(secret, another value)',
      '(secret)',
    ],
    ['only in the file', { 'X-Auth': 'hunter2' }, {}, false, undefined, '(secret)'],
    ['only in Atlas', {}, { 'X-Auth': 'hunter2' }, false, '(secret)', undefined],
    [
      'behind a placeholder',
      { 'X-Any': '${secret:A}' },
      { 'X-Any': 'hunter2' },
      true,
      '(cannot be compared)',
      '(cannot be compared)',
    ],
    ['new, behind a placeholder', { 'X-Auth': '${secret:A}' }, {}, false, undefined, '(secret)'],
  ])('a header’s value, %s', (_, inFile, inAtlas, upToDate, left, right) => {
    const shown = shows(hook(inFile), hook(inAtlas));
    const [key = ''] = Object.keys({ ...inFile, ...inAtlas });
    expect([shown.upToDate, shown.left.headers?.[key], shown.right.headers?.[key]]).toEqual([upToDate, left, right]);
  });

  test.each([
    ['the same', 'hunter2', 'hunter2', true, '(secret)', '(secret)'],
    ['another', 'hunter2b', 'hunter2', false, '(secret, another value)', '(secret)'],
    ['only in the file', 'hunter2', undefined, false, undefined, '(secret)'],
    ['only in Atlas', undefined, 'hunter2', false, '(secret)', undefined],
    ['behind a placeholder', '${secret:A}', 'hunter2', true, '(cannot be compared)', '(cannot be compared)'],
  ])('one in a wrong place, from where Atlas gives it back, %s', (_, inFile, inAtlas, upToDate, left, right) => {
    const key = 'sasl.jaas.config';
    const config = (value: string | undefined) => ({ config: { acks: 'all', ...(value ? { [key]: value } : {}) } });
    const shown = shows({ ...file, ...config(inFile) }, { ...deployed, ...config(inAtlas) });
    expect([shown.upToDate, shown.left.config[key], shown.right.config[key]]).toEqual([upToDate, left, right]);
  });

  test('one in a wrong place that Atlas does not know differs for good', () => {
    const shown = shows({ ...file, security: { protocol: 'SASL_SSL', saslPassword: 'hunter2' } }, deployed);
    expect([shown.upToDate, shown.left.security.saslPassword, shown.right.security.saslPassword]).toEqual([
      false,
      undefined,
      '(secret)',
    ]);
  });

  test('a header that is none is compared as any other value', () => {
    const shown = shows(hook({ 'Content-Type': 'a/b' }), hook({ 'Content-Type': 'a/c' }));
    expect([shown.upToDate, shown.left.headers, shown.right.headers]).toEqual([
      false,
      { 'Content-Type': 'a/c' },
      { 'Content-Type': 'a/b' },
    ]);
  });

  test.each([
    [
      { ...file, authentication: { password: 'hunter2' } },
      { ...deployed, authentication: 'x' },
    ],
    [
      { ...file, authentication: 'x' },
      { ...deployed, authentication: { password: 'hunter2' } },
    ],
    [{ type: 'New', headers: { token: 'hunter2' } }, { type: 'New' }],
    [{ ...file, config: { 'sasl.jaas.config': 'hunter2' } }, deployed],
    [file, { ...deployed, config: { 'sasl.jaas.config': 'hunter2' } }],
  ])('stay hidden wherever they stand: %j %j', (body, connection) => {
    shows(body, connection);
  });
});

test('what another placeholder stands for cannot be compared, but that there is nothing in Atlas can', () => {
  const withFile = { ...file, security: { protocol: 'SASL_SSL', brokerPublicCertificate: '${file:ca.pem}' } };
  const security = { protocol: 'SASL_SSL', brokerPublicCertificate: 'PEM' };
  expect(compare(withFile, { ...deployed, security })).toMatchObject({
    upToDate: true,
    uncompared: expect.arrayContaining(['/security/brokerPublicCertificate']),
  });
  expect(compare(withFile, deployed).upToDate).toBe(false);
});

describe('lists', () => {
  const registry = { type: 'SchemaRegistry', name: 'r', provider: 'CONFLUENT' };
  const listing = (...urls: unknown[]) => ({ ...registry, schemaRegistryUrls: urls });
  const [a, b] = ['https://a.example.com', 'https://b.example.com'];

  test.each([
    ['a placeholder beside what Atlas has', listing('${env:A}'), listing(a), true, ['/schemaRegistryUrls/0']],
    ['one of two', listing(a, '${env:B}'), listing(a, b), true, ['/schemaRegistryUrls/1']],
    ['one of two, and the other differs', listing(b, '${env:B}'), listing(a, b), false, ['/schemaRegistryUrls/1']],
    ['the same', listing(a, b), listing(a, b), true, []],
    ['another order', listing(b, a), listing(a, b), false, []],
    ['more in the file', listing('${env:A}', '${env:B}'), listing(a), false, []],
    ['none in Atlas', listing('${env:A}'), listing(), false, []],
  ])('%s', (_, body, connection, upToDate, uncompared) => {
    expect(compare(body, connection)).toMatchObject({ upToDate, uncompared });
  });

  test('what differs in one is at its place on both sides', () => {
    const { deployed: left, file: right } = compare(listing(b, '${env:B}'), listing(a, b));
    expect([JSON.parse(left).schemaRegistryUrls, JSON.parse(right).schemaRegistryUrls]).toEqual([
      [a, '(cannot be compared)'],
      [b, '(cannot be compared)'],
    ]);
  });
});

describe('emptied: a map that Atlas has entries of and the file does not have', () => {
  const hook = { type: 'Https', name: 'h', url: 'https://example.com' };
  const headers = { Accept: 'text/plain' };

  test.each([
    ['headers', hook, { ...hook, headers }, ['/headers']],
    ['config', file, { ...deployed, config: { acks: 'all' } }, ['/config']],
    ['null is as good as nothing', { ...hook, headers: null }, { ...hook, headers }, ['/headers']],
    ['not one that is there, with other entries', { ...hook, headers: { 'X-A': '1' } }, { ...hook, headers }, []],
    ['not one that is there, empty', { ...hook, headers: {} }, { ...hook, headers }, []],
    ['not one that Atlas has empty', file, deployed, []],
    ['not one that only the file has', { ...hook, headers }, hook, []],
    ['not an object that is no map', { type: 'S3', name: 's' }, { type: 'S3', name: 's', aws: { roleArn: 'r' } }, []],
  ])('%s', (_, body, connection, emptied) => {
    expect(compare(body, connection).emptied).toEqual(emptied);
  });

  test('is a difference', () => {
    expect(compare(hook, { ...hook, headers }).upToDate).toBe(false);
  });
});

describe('region', () => {
  test('counts where the file names one', () => {
    expect(compare({ ...file, region: 'VIRGINIA_USA' }, deployed).upToDate).toBe(true);
    expect(compare({ ...file, region: 'DUBLIN_IRL' }, deployed).upToDate).toBe(false);
  });

  test('is not always told by Atlas', () => {
    const { region: _, ...silent } = deployed;
    expect(compare({ ...file, region: 'DUBLIN_IRL' }, silent)).toMatchObject({
      upToDate: true,
      uncompared: expect.arrayContaining(['/region']),
    });
  });
});

test('what nests too deeply is not compared', () => {
  expect(engine.compare(JSON.parse(`{ "a": ${'['.repeat(200)}${']'.repeat(200)} }`), deployed)).toBeNull();
});

test.each(fixtures)('$file matches the file that is made of it', ({ content }) => {
  const body = JSON.parse(content);
  const made = engine.fileOf({ ...body, id: 'x', state: 'READY', links: [] });
  expect(compare(JSON.parse(made?.text ?? ''), body)).toMatchObject({ upToDate: true, immutable: [] });
  expect(compare(body, { ...body, id: 'x' })).toMatchObject({ upToDate: true, immutable: [] });
});
