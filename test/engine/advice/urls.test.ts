// Addresses of endpoints, of a schema registry and of a token endpoint.
import { describe, expect, test } from 'vitest';
import { adviceOn, kafka } from '../../support/advice.ts';

const endpoint = (url: unknown) => adviceOn({ type: 'Https', url }, '/url');
const registry = (url: unknown) =>
  adviceOn(
    {
      type: 'SchemaRegistry',
      provider: 'CONFLUENT',
      schemaRegistryUrls: [url],
      schemaRegistryAuthentication: { type: 'SASL_INHERIT' },
    },
    '/schemaRegistryUrls/0',
  );
const tokenEndpoint = (tokenEndpointUrl: unknown) =>
  adviceOn(
    kafka({
      authentication: {
        mechanism: 'OAUTHBEARER',
        method: 'OIDC',
        tokenEndpointUrl,
        clientId: 'c',
        clientSecret: '${secret:STORED}',
      },
    }),
    '/authentication/tokenEndpointUrl',
  );

test.each([
  'https://api.example.com',
  'HTTPS://API.example.com/',
  'https://api.example.com:8443/a/b?c=d&e=f#g',
  'https://api.example.com?at=a@b:c',
  'https://8.8.8.8/x',
  'https://[2001:db8::1]:8443/x',
  '${env:URL}',
])('%s is right everywhere', async (url) => {
  expect((await endpoint(url)).said).toEqual([]);
  expect((await registry(url)).said).toEqual([]);
  expect((await tokenEndpoint(url)).said).toEqual([]);
});

describe('the fix', () => {
  test.each([
    ['api.example.com/v1', 'https://api.example.com/v1'],
    ['api.example.com:8443', 'https://api.example.com:8443'],
    ['//api.example.com', 'https://api.example.com'],
    ['https:/api.example.com', 'https://api.example.com'],
    ['https:api.example.com', 'https://api.example.com'],
    ['://api.example.com', 'https://api.example.com'],
    [' https://api.example.com\n', 'https://api.example.com'],
    ['https://api.example.com/a b', 'https://api.example.com/a%20b'],
    ['http://api.example.com/v1', 'https://api.example.com/v1'],
    ['https://user:p@ss@api.example.com:8443/v1?x', 'https://api.example.com:8443/v1?x'],
    ['https://token@api.example.com', 'https://api.example.com'],
  ])('of %j is %s, of which nothing is to be said', async (written, meant) => {
    expect((await endpoint(written)).fixed).toBe(meant);
    expect((await endpoint(meant)).codes).toEqual([]);
  });

  test('of a string where a list of addresses belongs is a list', async () => {
    const urls = 'https://a.example.com, https://b.example.com';
    const advice = await adviceOn({ type: 'SchemaRegistry', schemaRegistryUrls: urls }, '/schemaRegistryUrls');
    expect(advice).toMatchObject({ codes: ['wrong-type'], fixed: urls.split(', ') });
  });
});

test.each([
  'ftp://api.example.com',
  'htps://api.example.com',
  'https://',
  'https://:8443/x',
  'https://-a.example.com',
  'https://a..example.com',
  'https://10.0.0.300',
  'https://[zz]/',
  'https://api.example.com:0',
  'https://api.example.com:port',
  'https://<host>/v1',
  'not a url',
])('%s is wrong everywhere, and only a person knows what is meant', async (url) => {
  for (const advice of [await endpoint(url), await registry(url), await tokenEndpoint(url)]) {
    expect(advice.codes).toEqual(['invalid-url']);
    expect(advice.replacements).toEqual([]);
  }
});

test('an empty address is said to be empty', async () => {
  expect((await endpoint('')).codes).toEqual(['bad-format']);
});

describe('hosts that only a private network has', () => {
  test.each(['localhost', '127.0.0.1', '[::1]', '10.1.2.3'])('%s', async (host) => {
    expect((await endpoint(`https://${host}:8443/x`)).said).toEqual([`non-public-address [${host}]`]);
    expect((await registry(`https://u:p@${host}/`)).said).toContain(`non-public-address [${host}]`);
    // The token endpoint may be reached on the connection's own way.
    expect((await tokenEndpoint(`https://${host}/x`)).said).toEqual([]);
  });
});

test('no message repeats a password', async () => {
  const { messages } = await endpoint('https://user:hunter2@api.example.com');
  expect(messages).toHaveLength(1);
  expect(messages.join()).not.toContain('hunter2');
});
