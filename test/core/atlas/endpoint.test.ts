// Where a credential may go, and the paths of requests.
import { describe, expect, test } from 'vitest';
import { checkGroupId, checkTenantName, parseAtlasHost } from '../../../client/src/core/atlas/endpoint.ts';

describe('hosts', () => {
  test.each([
    'https://cloud.mongodb.com',
    'https://cloud.mongodb.com/',
    'https://cloud.mongodbgov.com',
    'https://CLOUD.mongodb.com',
    'https://cloud.mongodb.com:443',
  ])('%s is public', (text) => expect(parseAtlasHost(text, []).kind).toBe('host'));

  test.each([
    'http://cloud.mongodb.com',
    'https://cloud.mongodb.com:8443',
    'https://cloud.mongodb.com:0',
    'https://cloud.mongodb.com.',
    'https://cloud.mongodb.com.evil.example',
    'https://evil.example/cloud.mongodb.com',
    'https://cloud.mongodb.com@evil.example',
    'https://user:password@cloud.mongodb.com',
    'https://cloud.mongodb.com/path',
    'https://cloud.mongodb.com?query',
    'https://cloud.mongodb.com#fragment',
    'https://cloud.mongodb.com\\@evil.example',
    'https://cloud.mongodb.com%5C@evil.example',
    'https://cloud.mongodb.com%2Fevil.example',
    'https://cloud.mongodb.com;evil.example',
    'https://cloud`mongodb.com',
    'https://{cloud.mongodb.com}',
    'https://сloud.mongodb.com',
    'https://cloud。mongodb.com',
    ' https://cloud.mongodb.com',
    'https://cloud.mongodb.com\t',
    'https://cloud.mongodb.com\n',
    'https:cloud.mongodb.com',
    'https:/cloud.mongodb.com',
    'https:///cloud.mongodb.com',
    '//cloud.mongodb.com',
    'cloud.mongodb.com',
    'ftp://cloud.mongodb.com',
    'file:///etc/passwd',
    'https://[::1]',
    'https://127.0.0.1',
    'http://127.0.0.1:8484',
    '',
  ])('%j is refused', (text) => expect(parseAtlasHost(text, []).kind).toBe('refused'));

  test.each(['http://127.0.0.1:8484', 'http://localhost:8484', 'http://[::1]:8484', 'https://atlas.example.com'])(
    '%s is allowed once the user has added it',
    (text) => expect(parseAtlasHost(text, [text])).toEqual({ kind: 'host', host: text, url: new URL(text) }),
  );

  test.each([
    ['http://atlas.example.com', 'http://atlas.example.com'],
    ['http://127.0.0.1:8485', 'http://127.0.0.1:8484'],
    ['https://sub.atlas.example.com', 'https://atlas.example.com'],
    ['https://atlas.example.com', 'https://atlas.example.com/path'],
    ['https://atlas.example.com', 'https://*.example.com'],
  ])('%s is refused with %s added', (text, additional) =>
    expect(parseAtlasHost(text, [additional]).kind).toBe('refused'),
  );
});

test.each(['32b6e34b3d91647abb20e7b8'])('%s is a project id', (text) => expect(checkGroupId(text)).toBeUndefined());

test.each([
  '',
  '32b6e34b3d91647abb20e7b',
  '32b6e34b3d91647abb20e7b8a',
  '32B6E34B3D91647ABB20E7B8',
  '../../groups/aaaaaaaaaaaa',
  '32b6e34b3d91647abb20e7b8\n',
])('%j is no project id', (text) => expect(checkGroupId(text)).toMatch(/24 hexadecimal digits/));

test.each(['orders', 'Orders 1', 'a%2Fb', 'größe', '日本'])('%j may be an instance', (text) =>
  expect(checkTenantName(text)).toBeUndefined(),
);

test.each(['', '.', '..', 'a/b', '../..', 'a\\b', 'a\0b', 'a\nb', '\ud800', 'a'.repeat(10_000)])(
  '%j may not',
  (text) => {
    expect(checkTenantName(text)).toMatch(/name of a stream instance/);
  },
);
