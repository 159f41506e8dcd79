// What an item says beside its label, and that whole blocks are right as they come.
import { describe, expect, test } from 'vitest';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { createEngine } from '../../server/src/engine/index.ts';
import { root, type Schema } from '../../server/src/engine/schema/schemaLookup.ts';
import { inWords } from '../../server/src/engine/schema/wording.ts';
import { accept, itemAt } from '../support/accept.ts';
import { atCursor, toText } from '../support/cursor.ts';

const engine = createEngine();
const documentation = (marked: string, label: string) => JSON.stringify(itemAt(engine, marked, label).documentation);

describe('an item says', () => {
  test.each([
    ['{ "type": "Kafka", ‸ }', 'bootstrapServers', 'required'],
    ['{ "type": "Kafka", ‸ }', 'config', undefined],
    ['{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", ‸ } }', 'password', 'required, secret'],
    ['{ "type": "Kafka", "config": { ‸ } }', 'acks', 'sink'],
    ['{ "type": "Kafka", "config": { ‸ } }', 'group.id', 'source'],
    ['{ "type": "Kafka", "config": { ‸ } }', 'client.id', 'source and sink'],
    ['{ "type": "Kafka", "networking": { "access": { "type": ‸ } } }', '"PUBLIC"', 'default'],
  ])('at %s of %s: %s', (marked, label, detail) => {
    expect(itemAt(engine, marked, label).detail).toBe(detail);
  });

  test('what a value means, and where the documentation is', () => {
    const said = documentation('{ "type": "Kafka", "authentication": { "mechanism": ‸ } }', '"SCRAM-512"');
    expect(said).toMatch(/SHA-512.*\[Documentation\]\(https:\/\/www\.mongodb\.com\//);
  });

  test('what a key is for, and that a secret stays out of the file', () => {
    const said = documentation('{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", ‸ } }', 'password');
    expect(said).toMatch(/Password at the broker.*Secret.*\$\{secret:NAME\}/);
  });

  test('the next list opens by itself where there is one', () => {
    const command = { command: 'editor.action.triggerSuggest' };
    expect(itemAt(engine, '{ ‸ }', 'type').command).toMatchObject(command);
    expect(itemAt(engine, '{ "type": "Kafka", "security": ‸ }', '{}').command).toMatchObject(command);
    expect(itemAt(engine, '{ "type": "SchemaRegistry", ‸ }', 'provider').command).toBeUndefined();
  });

  test('in a string, what begins with its quotation mark: an editor leaves out what does not match', () => {
    for (const value of ['"authentication": "‸"', '"security": "pro‸"', '"authentication": { "mechanism": "‸" }']) {
      const { text, position } = atCursor(`{ "type": "Kafka", ${value} }`);
      const { items } = engine.complete(text, position);
      expect(items.length).toBeGreaterThan(1);
      for (const { filterText } of items) expect(filterText).toMatch(/^"/);
    }
  });
});

describe('a whole block has no finding', () => {
  const files = [
    '{ "type": "Kafka", "name": "k", "bootstrapServers": "b.example.com:9092", "authentication": ‸, "security": { "protocol": "SASL_SSL" } }',
    '{ "type": "Kafka", "name": "k", "bootstrapServers": "b.example.com:9092", "authentication": ‸, "security": { "protocol": "SSL" } }',
    '{ "type": "S3", "name": "s", "aws": { "roleArn": "arn:aws:iam::123456789012:role/r" }, "networking": ‸ }',
    '{ "type": "S3", "name": "s", "aws": ‸ }',
    '{ "type": "AWSLambda", "name": "l", "aws": { "roleArn": "arn:aws:iam::123456789012:role/r" }, "publicPrivateNetworking": ‸ }',
    '{ "type": "Cluster", "name": "c", "clusterName": "Cluster0", "dbRoleToExecute": ‸ }',
    '{ "type": "SchemaRegistry", "name": "r", "provider": "CONFLUENT", "schemaRegistryUrls": ["https://r.example.com"], "schemaRegistryAuthentication": ‸ }',
    '{ "type": "AzureBlobStorage", "name": "a", "azure": ‸ }',
    '{ "type": "GCPPubSub", "name": "g", "gcp": ‸ }',
  ];
  const offered = files.flatMap((marked) => {
    const { text, position } = atCursor(marked);
    const blocks = engine.complete(text, position).items.filter(({ kind }) => kind === CompletionItemKind.Snippet);
    // Over SSL the mechanisms with a user name are the older spelling, of which a hint tells.
    const wanted = marked.includes('"SSL"') ? blocks.filter(({ label }) => label === 'mutual TLS') : blocks;
    return wanted.map(({ label }) => [label, marked] as const);
  });

  test.each(offered)('%s in %s', async (label, marked) => {
    const findings = await engine.findings(toText(accept(engine, marked, label)));
    expect(findings.map(({ message }) => message)).toEqual([]);
  });

  test('and each block of the schemas is among them', () => {
    const labels = new Set(offered.map(([label]) => label));
    expect(blocksIn(root).filter((label) => !labels.has(label))).toEqual([]);
  });
});

test('a filled object has no finding in it', async () => {
  const marked = '{ "type": "Kafka", "name": "k", "bootstrapServers": "b.example.com:9092", "security": ‸ }';
  const findings = await engine.findings(toText(accept(engine, marked, '{ "protocol": … }')));
  expect(findings.filter(({ path }) => path[0] === 'security')).toEqual([]);
});

function blocksIn(schema: Schema): string[] {
  const own = (schema.defaultSnippets ?? []).map(({ label }) => inWords(label));
  const inner = Object.entries(schema).filter(([keyword]) => keyword !== 'defaultSnippets');
  return [
    ...own,
    ...inner.flatMap(([, value]) => (typeof value === 'object' && value ? blocksIn(value as Schema) : [])),
  ];
}
