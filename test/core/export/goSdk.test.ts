// What is copied for Go, parsed and read back by the rules of the language: no Go compiler is asked.
import { expect, test } from 'vitest';
import { bodyWith } from '../../support/canaries.ts';
import { fixtures } from '../../support/fixtures.ts';
import { requestOf, writeAs } from './exporting.ts';
import { odd } from './odd.ts';
import { nodesIn } from './parsing.ts';
import { misindented, readGo, readGoString } from './readingGo.ts';

const content = {
  type: 'Kafka',
  name: 'orders-kafka',
  authentication: { mechanism: 'PLAIN', password: '${secret:kafka-password}' },
  security: { brokerPublicCertificate: '${file:certs/ca.pem}' },
  odd: [1, -0.5, true, null, [], {}, 'a\n"b"\\`\u0001\ufeff\ud800'],
};

const write = async (source: object = content) =>
  writeAs('Go SDK', await requestOf(source, { origin: 'https://cloud.mongodbgov.com' }));

/** Connections with everything that a text can have in it. */
const bodies: readonly object[] = [
  content,
  { type: 'Sample' },
  bodyWith((name) => `\${secret:${name}}`),
  ...fixtures.map((fixture) => JSON.parse(fixture.content)),
];

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

test('Go reads every value back as it was, whatever is in the file', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { content: source, variables, filled } = odd(seed);
    const tenantName = `o'r\`d\${e}"r\\s`;
    const { text } = writeAs('Go SDK', await requestOf(source, { tenantName }));
    const sources = Object.fromEntries(Object.entries(variables).map(([name, value]) => [`env:${name}`, value]));
    const { body, strings } = await readGo(text, sources);
    expect([seed, body]).toEqual([seed, filled]);
    expect(strings).toContain(tenantName);
  }
});

test('Go reads a file’s text and a secret where the file names them', async () => {
  const sources = { 'env:SECRET_KAFKA_PASSWORD': 'pass', 'file:certs/ca.pem': 'pem' };
  const expected = {
    ...content,
    authentication: { mechanism: 'PLAIN', password: 'pass' },
    security: { brokerPublicCertificate: 'pem' },
    odd: [...content.odd.slice(0, -1), 'a\n"b"\\`\u0001\ufeff\ufffd'],
  };
  expect((await readGo((await write()).text, sources)).body).toEqual(expected);
});

test('every import and every function is used', async () => {
  for (const source of bodies) {
    const { root } = await readGo((await write(source)).text);
    const imported = nodesIn(root, 'import_spec').map(({ text }) => readGoString(text).replace(/^.*\//, ''));
    const declared = nodesIn(root, 'function_declaration').map((node) => node.childForFieldName('name')?.text);
    const used = [
      ...nodesIn(root, 'selector_expression').map((node) => node.childForFieldName('operand')?.text),
      ...nodesIn(root, 'call_expression').map((node) => node.childForFieldName('function')?.text),
      'main',
    ];
    expect(imported).toHaveLength(6);
    expect([...imported, ...declared].filter((name) => !used.includes(name))).toEqual([]);
  }
});

test('whatever the connection, Go parses it, indented by tabs and with one space behind each colon', async () => {
  for (const source of bodies) {
    const { text } = await write(source);
    expect(misindented(text)).toEqual([]);
    const pairs = nodesIn((await readGo(text)).root, 'keyed_element');
    expect(pairs.length).toBeGreaterThan(0);
    for (const { children } of pairs) {
      const [colon, value] = children.slice(1);
      expect([colon?.text, (value?.startIndex ?? 0) - (colon?.endIndex ?? 0)]).toEqual([':', 1]);
    }
  }
});

test('the comments at the top are not the documentation of the package', async () => {
  expect((await write()).text).toMatch(/^(?:\/\/ .*\n)+\npackage main\n\nimport \(\n/);
});
