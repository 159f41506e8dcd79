// What is judged to be a secret: by a key in any spelling, by the form of a value.
import { expect, test } from 'vitest';
import { isSecret, isSecretPlace, isStandIn, secretPartsOf, withoutSecretParts } from '../../server/src/secrets.ts';

test.each([
  ...['password', 'PASSWORD', 'saslPassword', 'sasl_password', 'sasl.password', 'SaslPassword', 'sslkeypassword'],
  ...['secret', 'clientSecret', 'CLIENT_SECRET', 'api_secret', 'token', 'accessToken', 'X-API-TOKEN'],
  ...['privateKey', 'private_key', 'ssl.key.pem', 'SSLKey', 'jaas', 'sasl.jaas.config', 'apiKey', 'x-goog-api-key'],
  ...['Authorization', 'proxy-authorization', 'connectionString', 'ConnectionString', 'userInfo', 'user.info'],
  ...['credentials', 'Cookie', 'X-Auth', 'auth', 'pwd', 'pass', 'accountKey', 'X-Signature-256', 'connectionUri'],
])('the key %s is that of a secret', (key) => expect(isSecretPlace(['any', key], [])).toBe(true));

test.each([
  ...[
    'username',
    'user',
    'mechanism',
    'authentication',
    'auto.offset.reset',
    'key',
    'group.id',
    'client.id',
    'passive',
  ],
  ...['tokenEndpointUrl', 'token_type', 'secretName', 'private_key_id', 'ssl.key.location', 'apiKeyHeader', 'authType'],
  ...['User-Agent', 'Accept-Language', 'X-Environment', 'X-Forwarded-For', 'If-None-Match', 'partition.key', 'monkey'],
])('the key %s is not', (key) => expect(isSecretPlace(['any', key], [])).toBe(false));

test('what stands in an object of secrets is one, but not what is said about it', () => {
  expect(isSecretPlace(['credentials', 'value'], [])).toBe(true);
  expect(isSecretPlace(['tokens', 0], [])).toBe(true);
  expect(isSecretPlace(['passwordSecret', 'name'], [])).toBe(false);
});

test('a mark counts for all that is below it', () => {
  const marks = [['a', 'b']];
  expect(isSecret(['a', 'b'], { c: 1 }, marks)).toBe(true);
  expect(isSecret(['a', 'b', 'c'], 'x', marks)).toBe(true);
  expect(isSecret(['a'], { b: 1 }, marks)).toBe(false);
});

test.each<unknown>([null, undefined, true, false, '', {}, []])('%j is no secret even where one belongs', (value) => {
  expect(isSecret(['password'], value, [])).toBe(false);
});

test.each([
  ['the value to the name of none', { name: 'Accept', value: 'x' }],
  ['the value to what is said about one', { name: 'X-Token-Type', value: 'JWT' }],
  ['the value to nothing', { value: 'x' }],
])('%s is none', (_, owner) => expect(isSecret(['headers', 0, 'value'], owner.value, [], owner)).toBe(false));

test('the name of a connection makes no secret of what else it has', () => {
  expect(isSecret(['value'], 'x', [], { name: 'token', value: 'x' })).toBe(false);
  expect(isSecret(['jwk', 'x'], 'x', [], { kty: 'EC', x: 'x' })).toBe(false);
});

test('a number is one where one belongs, and nowhere else', () => {
  expect([isSecret(['password'], 4711, []), isSecret(['port'], 4711, [])]).toEqual([true, false]);
});

test.each([
  ['Bearer abc.def', 'abc.def'],
  ['Authorization: Bearer abc.def', 'abc.def'],
  ['Basic c2hvcDpodW50ZXIy', 'c2hvcDpodW50ZXIy'],
  ['Endpoint=sb://n/;SharedAccessKeyName=send;SharedAccessKey=abc+/=', 'abc+/='],
  ['https://u:p@h.example.com', 'p'],
  ['mongodb://u:p%40w@h.example.com/?ssl=true', 'p%40w'],
  ['u:p@b1.example.com:9092', 'p'],
  ['https://h.example.com/?a=1&client_secret=xyz&b=2', 'xyz'],
  ['https://h.example.com/?code=xyz', 'xyz'],
  ['Module required username="u" password="p;q";', 'p;q'],
  ['{"user":"u","password":"p"}', 'p'],
  ['password: correct horse', 'correct horse'],
  ['https://hooks.slack.com/services/T0/B0/x1y2', 'x1y2'],
  [`ghp_${'a1B2'.repeat(9)}`, `ghp_${'a1B2'.repeat(9)}`],
])('%s has the secret %s', (text, part) => {
  expect(secretPartsOf(text).some((one) => one.includes(part))).toBe(true);
  expect(withoutSecretParts(text, '•')).not.toContain(part);
});

test('a private key is secret as a whole', () => {
  const pem = '-----BEGIN RSA PRIVATE KEY-----\nx\n-----END RSA PRIVATE KEY-----\n';
  expect(withoutSecretParts(`a ${pem}`, '•')).toBe('•');
});

test.each([
  'Bearer',
  'a Bearer token is needed',
  'Basic authentication',
  'https://h.example.com/?code=${CODE}',
  'https://h.example.com/?code=<code>',
  'https://h.example.com:8080/a@b',
  'mailto:me@example.com',
  'SharedAccessKeyName=send',
  'group.id=orders;acks=all',
  '$ConnectionString',
  '${secret:PASSWORD}',
])('%s has none', (text) => expect(secretPartsOf(text)).toEqual([]));

test.each([
  '',
  ' ',
  'string',
  '***',
  'Bearer ***',
  'xxx',
  '...',
  'Bearer <TOKEN>',
  '<password>',
  '${X}',
  '{{X}}',
  '[KEY]',
])('"%s" only stands for a secret', (text) => expect(isStandIn(text)).toBe(true));

test.each(['x', 'hunter2', 'a<b>c', 'p...', 'strings', '$x'])('"%s" is one itself', (text) => {
  expect(isStandIn(text)).toBe(false);
});

test('no text takes long to judge', () => {
  const hostile = ['a:', '://a:', '=', 'a=', '": "', 'Bearer ', '-----BEGIN ', '@', 'a@', ' ', 'hook/'];
  for (const part of hostile) secretPartsOf(part.repeat(100_000));
});
