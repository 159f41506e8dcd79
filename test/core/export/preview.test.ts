// The preview shows the whole request; a secret that the file itself holds is masked wherever it stands.
import { expect, test } from 'vitest';
import { previewRequest, shownName } from '../../../client/src/core/export/preview.ts';
import type { ExportRequest } from '../../../client/src/core/export/request.ts';
import { bodyWith, canaries, tracesIn } from '../../support/canaries.ts';
import { requestOf } from './exporting.ts';

const userAgent = 'streamconn/0.1.0 (linux; x64)';

async function preview(content: object, place?: Partial<ExportRequest>): Promise<string> {
  return previewRequest(await requestOf(content, place), { userAgent, signedBy: 'serviceAccount' });
}

test('method, path, headers and body', async () => {
  const content = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };
  const path = '/api/atlas/v2/groups/32b6e34b3d91647abb20e7b8/streams/my%20orders/connections?pretty=true';
  expect(await preview(content, { path })).toBe(
    [
      `POST ${path} HTTP/1.1`,
      'Host: cloud.mongodb.com',
      'Authorization: Bearer •••',
      'Accept: application/vnd.atlas.2025-02-19+json',
      'Content-Type: application/json',
      'User-Agent: streamconn/0.1.0 (linux; x64)',
      '',
      '{',
      '  "type": "Cluster",',
      '  "name": "shop",',
      '  "clusterName": "Shop"',
      '}',
      '',
    ].join('\n'),
  );
});

test('the body is that of the file, of every kind of value', async () => {
  const content = {
    type: 'Sample',
    name: 'n',
    a: [1, 'x', null, true, [], {}],
    b: { c: {}, '': -0.5 },
    'k"\n': '\u0001',
  };
  const text = await preview(content);
  expect(text.slice(text.indexOf('\n\n') + 2)).toBe(`${JSON.stringify(content, null, 2)}\n`);
});

test.each([
  ['serviceAccount', 'Bearer •••'],
  ['apiKey', 'Digest •••'],
  [undefined, 'Bearer ••• (service account) or Digest ••• (API key)'],
] as const)('signed by %s', async (signedBy, expected) => {
  const text = previewRequest(await requestOf({ type: 'Sample' }), { userAgent, signedBy });
  expect(text).toContain(`\nAuthorization: ${expected}\n`);
});

test('placeholders stay as they are written', async () => {
  const text = await preview({
    type: 'Kafka',
    authentication: { password: '${secret:kafka-password}', sslKey: '${file:certs/a key.pem}' },
    bootstrapServers: '${env:BROKERS}',
  });
  expect(text).toContain('"password": "${secret:kafka-password}"');
  expect(text).toContain('"sslKey": "${file:certs/a key.pem}"');
  expect(text).toContain('"bootstrapServers": "${env:BROKERS}"');
});

test('every secret that the file holds is masked', async () => {
  const text = await preview(bodyWith((name) => canaries[name]));
  expect(tracesIn(text, Object.values(canaries))).toEqual([]);
  expect(text.split('"•••"')).toHaveLength(Object.keys(canaries).length + 1);
});

test('a secret is masked where it stands a second time, alone or within', async () => {
  const text = await preview({
    type: 'Https',
    name: 'hook',
    url: 'https://example.com/?token=canary-4-header',
    headers: { Authorization: 'canary-4-header', Empty: '' },
    note: 'canary-4-header',
  });
  expect(text).not.toContain('canary');
  expect(text).toContain('"url": "•••"');
  expect(text).toContain('"Empty": ""');
});

test('a secret in a wrong place is masked, a placeholder there and a harmless header are not', async () => {
  const config = { 'sasl.jaas.config': 'password="canary-1"', 'ssl.key.pem': '${file:key.pem}', acks: 'all' };
  const headers = { 'content-type': 'application/json' };
  const text = await preview({ type: 'Kafka', config, headers, password: 'canary-2', auth: { passwd: 'canary-3' } });
  expect(JSON.parse(text.slice(text.indexOf('\n\n')))).toEqual({
    type: 'Kafka',
    config: { ...config, 'sasl.jaas.config': '•••' },
    headers,
    password: '•••',
    auth: { passwd: '•••' },
  });
});

test('what is only partly a placeholder is a secret like any other', async () => {
  expect(await preview({ type: 'Https', headers: { Authorization: 'Bearer ${secret:x}' } })).toContain(
    '"Authorization": "•••"',
  );
});

test('a secret in a key is masked', async () => {
  const text = await preview({ type: 'Https', headers: { 'Authorization: Bearer canary-1': '' } });
  expect(text).not.toContain('canary');
  expect(text).toContain('"Authorization: •••"');
});

test('a secret of the wrong type is masked all the same', async () => {
  const text = await preview({ type: 'Kafka', authentication: { password: 12345678, sslKey: { a: ['canary-1'] } } });
  expect(text).not.toMatch(/12345678|canary/);
});

test('the parts of a secret are masked where they stand, and elsewhere only those that give it away', async () => {
  const password = { project: 'shop', first: 'canary-1-'.repeat(3), second: 'canary\n2' };
  const text = await preview({
    type: 'Kafka',
    name: 'shop',
    authentication: { password },
    note: password.first,
    other: password.second,
  });
  expect(text).not.toContain('canary');
  expect(JSON.parse(text.slice(text.indexOf('\n\n')))).toMatchObject({
    name: 'shop',
    authentication: { password: { project: '•••', first: '•••', second: '•••' } },
  });
});

test.each([
  ['shop', 'shop'],
  ['${env:NAME}', '${env:NAME}'],
  ['hook-canary-4-header', '•••'],
])('the name %s is shown as %s', async (name, shown) => {
  const content = { type: 'Https', name, headers: { Authorization: 'canary-4-header' } };
  expect(shownName(await requestOf(content))).toBe(shown);
});

test('a key called __proto__ is data', async () => {
  const text = await preview(JSON.parse('{ "type": "Sample", "__proto__": { "a": 1 } }'));
  expect(text).toContain('"__proto__": {\n    "a": 1\n  }');
  expect(({} as { a?: unknown }).a).toBeUndefined();
});
