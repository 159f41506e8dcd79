// What is copied for Go: no Go compiler is asked, so its structure is looked at closely.
import { expect, test } from 'vitest';
import { has, requestOf, useFolder, writeAs } from './exporting.ts';

const folder = useFolder();

const content = {
  type: 'Kafka',
  name: 'orders-kafka',
  authentication: { mechanism: 'PLAIN', password: '${secret:kafka-password}' },
  security: { brokerPublicCertificate: '${file:certs/ca.pem}' },
  odd: [1, -0.5, true, null, [], {}, 'a\n"b"\\`\u0001\ufeff\ud800'],
};

const write = async () => writeAs('Go SDK', await requestOf(content, { origin: 'https://cloud.mongodbgov.com' }));

test('the connection is the JSON of the file, its sources in their places', async () => {
  const { text, variables } = await write();
  expect(text).toContain(
    [
      '\tbody, err := json.Marshal(map[string]any{',
      '\t\t"type": "Kafka",',
      '\t\t"name": "orders-kafka",',
      '\t\t"authentication": map[string]any{',
      '\t\t\t"mechanism": "PLAIN",',
      '\t\t\t"password": env("SECRET_KAFKA_PASSWORD"),',
      '\t\t},',
      '\t\t"security": map[string]any{',
      '\t\t\t"brokerPublicCertificate": file("certs/ca.pem"),',
      '\t\t},',
      '\t\t"odd": []any{',
      '\t\t\t1,',
      '\t\t\t-0.5,',
      '\t\t\ttrue,',
      '\t\t\tnil,',
      '\t\t\t[]any{},',
      '\t\t\tmap[string]any{},',
      '\t\t\t"a\\n\\"b\\"\\\\`\\u0001\\ufeff\ufffd",',
      '\t\t},',
      '\t})',
    ].join('\n'),
  );
  expect(variables).toEqual(['MONGODB_ATLAS_CLIENT_ID', 'MONGODB_ATLAS_CLIENT_SECRET', 'SECRET_KAFKA_PASSWORD']);
});

test('it signs in at the host, and calls the SDK’s operation', async () => {
  const { text } = await write();
  expect(text).toMatch(/^package main$/m);
  expect(text).toMatch(/UseBaseURL\("https:\/\/cloud\.mongodbgov\.com"\),\n\t\tadmin\.UseOAuthAuth\(ctx, env\(/);
  expect(text).toContain(
    'client.StreamsAPI.CreateStreamConnection(\n\t\tctx, "32b6e34b3d91647abb20e7b8", "orders", connection,',
  );
});

test('every import and every function is used, and every bracket closed', async () => {
  for (const source of [content, { type: 'Sample' }]) {
    const { text } = writeAs('Go SDK', await requestOf(source));
    const imported = [...text.matchAll(/^\t"(?:[\w.-]+\/)*(\w+)"$/gm)].map(([, name]) => `${name}.`);
    const declared = [...text.matchAll(/^func (env|file)\(/gm)].map(([, name]) => `${name}("`);
    for (const use of [...imported, ...declared]) expect([use, text.split(use).length > 1]).toEqual([use, true]);
    expect(imported).toHaveLength(6);
    const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
    for (const [open, close] of ['()', '{}', '[]']) {
      expect(bare.split(open ?? '').length).toBe(bare.split(close ?? '').length);
    }
  }
});

test.runIf(has('gofmt'))('gofmt parses it', async () => {
  folder.write('main.go', (await write()).text);
  expect(await folder.run('gofmt -e main.go >/dev/null')).toMatchObject({ code: 0, err: '' });
});
