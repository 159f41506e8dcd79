// Lists of Kafka servers: what is said of each, and what the fix makes of it.
import { describe, expect, test } from 'vitest';
import { adviceOn, kafka } from '../../support/advice.ts';

const privately = { networking: { access: { type: 'VPC' } } };
const adviceFor = (bootstrapServers: unknown) =>
  adviceOn(kafka({ bootstrapServers, ...privately }), '/bootstrapServers');

test.each([
  'broker.example.com:9092',
  'a.example.com:9092,b.example.com:9092',
  'localhost:1',
  'broker_1:65535',
  'BROKER.example.com.:9092',
  '10.0.0.1:9092',
  '[2001:db8::1]:9092',
  '[::ffff:10.0.0.1]:9092',
  '[::]:9092',
  'xn--bcher-kva.example:9092',
  '${env:BROKERS}',
  'string',
])('%s has the right form', async (servers) => {
  expect((await adviceFor(servers)).codes.filter((code) => code !== 'placeholder-value')).toEqual([]);
});

describe('the fix', () => {
  test.each([
    ['SASL_SSL://b.example.com:9092', 'b.example.com:9092'],
    ['kafka+ssl://b.example.com:9092/', 'b.example.com:9092'],
    ['https://b.example.com:443', 'b.example.com:9092'],
    ['https://b.example.com', 'b.example.com:9092'],
    ['https://b.example.com:443/kafka/v3', 'b.example.com:9092'],
    ['https://b.example.com:9093', 'b.example.com:9093'],
    ['user:p@b.example.com:9092', 'b.example.com:9092'],
    ['SASL_SSL://user:p@[::1]:9092', '[::1]:9092'],
    ['b.example.com:9092/topic', 'b.example.com:9092'],
    ['b.example.com', 'b.example.com:9092'],
    ['b.example.com:', 'b.example.com:9092'],
    ['[2001:db8::1]', '[2001:db8::1]:9092'],
    ['2001:db8::1:9092', '[2001:db8::1]:9092'],
    [' b.example.com:9092', 'b.example.com:9092'],
    ['b.example.com : 9092', 'b.example.com:9092'],
    ['a.example.com:1, b.example.com:2', 'a.example.com:1,b.example.com:2'],
    ['a.example.com:1;b.example.com:2', 'a.example.com:1,b.example.com:2'],
    ['a.example.com:1\nb.example.com:2\n', 'a.example.com:1,b.example.com:2'],
    ['a.example.com:1 b.example.com:2', 'a.example.com:1,b.example.com:2'],
    ['a.example.com:1,', 'a.example.com:1'],
    [',a.example.com:1', 'a.example.com:1'],
    ['a.example.com:1,,b.example.com:2', 'a.example.com:1,b.example.com:2'],
    ['a.example.com:1,A.example.com:1', 'a.example.com:1'],
    ['a.example.com:1,PLAINTEXT://b.example.com:2,c.example.com:3', 'a.example.com:1,b.example.com:2,c.example.com:3'],
  ])('of %j is %s, of which nothing is to be said', async (written, meant) => {
    expect((await adviceFor(written)).fixed).toBe(meant);
    expect((await adviceFor(meant)).codes).toEqual([]);
  });

  test.each([
    [['a.example.com:1', 'b.example.com:2'], 'a.example.com:1,b.example.com:2'],
    [9092, '9092'],
  ])('of %j, which is no string, is %s', async (written, meant) => {
    const { codes, fixed } = await adviceFor(written);
    expect({ codes, fixed }).toEqual({ codes: ['wrong-type'], fixed: meant });
  });
});

test.each([
  ['b.example.com:port', 'b.example.com:port'],
  ['b.example.com:0', 'b.example.com:0'],
  ['b.example.com:65536', 'b.example.com:65536'],
  ['a.example.com:1,b.example.com:-2', 'b.example.com:-2'],
  [':9092', ':9092'],
  ['10.0.0.300:9092', '10.0.0.300:9092'],
  ['10.0.1:9092', '10.0.1:9092'],
  ['a..example.com:9092', 'a..example.com:9092'],
  ['-a.example.com:9092', '-a.example.com:9092'],
  ['<host>:9092', '<host>:9092'],
  ['a.example.com:1:2', 'a.example.com:1:2'],
  ['a.example.com:1b.example.com:2', 'a.example.com:1b.example.com:2'],
  ['::1', '::1'],
  ['[::1:9092', '[::1:9092'],
  ['[zz]:9092', '[zz]:9092'],
])('of %s, only a person knows what is meant', async (servers, drawnOn) => {
  const { said, fixed } = await adviceFor(servers);
  expect(said).toEqual([`bootstrap-servers [${drawnOn}]`]);
  expect(fixed).toBeUndefined();
});

test('no message repeats a password', async () => {
  const { messages } = await adviceFor('SASL_SSL://user:hunter2@b.example.com:9092,u:hunter2@c.example.com');
  expect(messages).toHaveLength(3);
  expect(messages.join()).not.toContain('hunter2');
});

test('a place in the string is found behind escapes', async () => {
  const text = kafka({ ...privately, bootstrapServers: 'a\u00e9"\n😀:1,b.example.com:x' });
  expect((await adviceOn(text, '/bootstrapServers')).said.at(-1)).toBe('bootstrap-servers [b.example.com:x]');
});

describe('reached over the internet', () => {
  const codesOf = async (host: string, networking?: object) =>
    (await adviceOn(kafka({ bootstrapServers: `${host}:9092`, networking }), '/bootstrapServers')).codes;

  test.each([
    ...['localhost', 'LOCALHOST.', 'a.localhost', '127.0.0.1', '127.255.0.1', '0.0.0.0', '10.0.0.1', '172.16.0.1'],
    ...['172.31.255.255', '192.168.1.1', '169.254.1.1', '100.64.0.1', '100.127.0.1', '[::1]', '[::]', '[fc00::1]'],
    ...['[fdff::1]', '[fe80::1]', '[febf::1]', '[::ffff:192.168.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:0:0:1]'],
  ])('%s is not', async (host) => {
    expect(await codesOf(host)).toEqual(['non-public-address']);
    expect(await codesOf(host, {})).toEqual(['non-public-address']);
    expect(await codesOf(host, { access: {} })).toEqual(['non-public-address']);
    expect(await codesOf(host, { access: { type: 'PUBLIC' } })).toEqual(['non-public-address']);
    expect(await codesOf(host, { access: { type: 'VPC' } })).toEqual([]);
  });

  test.each([
    ...['broker.example.com', '8.8.8.8', '11.0.0.1', '172.15.0.1', '172.32.0.1', '192.169.0.1', '100.63.0.1'],
    ...['100.128.0.1', '[2001:db8::1]', '[::ffff:8.8.8.8]', '[fec0::1]', '[::2]', 'localhost.example.com'],
  ])('%s may be', async (host) => {
    expect(await codesOf(host)).toEqual([]);
  });
});
