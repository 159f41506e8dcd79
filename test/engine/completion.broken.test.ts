// Completion in broken files, where nothing fits, and anywhere in the text at a cursor (‸): one row for each position.
import { describe, expect, test } from 'vitest';
import { cursorAt } from '../../server/src/engine/features/completion/cursor.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { accept, labelsAt } from '../support/accept.ts';
import { check, common, type Row, types } from '../support/completionTable.ts';

const engine = createEngine();
const clusterKeys = ['name', 'clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'];

describe('broken files', () => {
  test.each<Row>([
    ['{ "ty‸', common, 'type', '{ "type": ""'],
    [
      '{ "type": "Kafka", "security": { "protocol": "SASL_‸',
      ['"SASL_SSL"', '"SASL_PLAINTEXT"', '"SSL"', '"PLAINTEXT"'],
      '"SASL_SSL"',
      '{ "type": "Kafka", "security": { "protocol": "SASL_SSL"',
    ],
    [
      '{ "type": "Kafka", "security": {‸',
      ['protocol', 'brokerPublicCertificate'],
      'brokerPublicCertificate',
      '{ "type": "Kafka", "security": {"brokerPublicCertificate": "${file:certificates/ca.pem}"',
    ],
    ['{ "type": "Kaf‸, "name": "x" }', types, '"Kafka"', '{ "type": "Kafka", "name": "x" }'],
    ['{ "type": "Ka‸fka, "name": "x" }', types, '"Kafka"', '{ "type": "Kafka", "name": "x" }'],
    ['{ "type": "Kaf‸, "  name": "x" }', types, '"Kafka"', '{ "type": "Kafka", "  name": "x" }'],
    ['{ "type": "Sample\\"‸', types, '"Sample"', '{ "type": "Sample"'],
    ['{ "clus‸, "type": "Cluster" }', clusterKeys, 'clusterName', '{ "clusterName": "", "type": "Cluster" }'],
    ['{ "type": "Cluster", clus‸ }', clusterKeys, 'clusterName', '{ "type": "Cluster", "clusterName": "" }'],
    ['{ "type": "Cluster" ‸ }', clusterKeys, 'clusterGroupId', '{ "type": "Cluster", "clusterGroupId": "" }'],
    [
      '{ "type": "Cluster" ‸, "name": "x" }',
      ['clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'],
      'clusterName',
      '{ "type": "Cluster", "clusterName": "", "name": "x" }',
    ],
    [
      '{ "type": "Cluster", ‸"name": "x" }',
      ['clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'],
      'dbRoleToExecute',
      '{ "type": "Cluster", "dbRoleToExecute": , "name": "x" }',
    ],
    [
      '{ "type": "Cluster", ‸ "name": "x" }',
      ['clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'],
      'clusterName',
      '{ "type": "Cluster", "clusterName": "", "name": "x" }',
    ],
    [
      '{ "type": "Cluster", "name": ‸ "clusterName": "x" }',
      ['"orders-kafka"'],
      '"orders-kafka"',
      '{ "type": "Cluster", "name": "orders-kafka", "clusterName": "x" }',
    ],
    ['{ "type": "Cluster"\n  "clus‸\n}', clusterKeys, 'clusterName', '{ "type": "Cluster",\n  "clusterName": ""\n}'],
    ['{ "type": "Cluster",‸ }', clusterKeys, 'clusterGroupId', '{ "type": "Cluster", "clusterGroupId": "" }'],
    ['{ "type": ‸,, "name": "x" }', types, '"SchemaRegistry"', '{ "type": "SchemaRegistry",, "name": "x" }'],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": ["https://a.example.com" ‸] }',
      ['"https://registry.example.com:8081"'],
      '"https://registry.example.com:8081"',
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": ["https://a.example.com", "https://registry.example.com:8081"] }',
    ],
  ])('%s', check);
});

describe('comments', () => {
  test.each<Row>([
    [
      '{ "clus‸" /* why */ : "x", "type": "Cluster" }',
      clusterKeys,
      'name',
      '{ "name" /* why */ : "x", "type": "Cluster" }',
    ],
    ['{ "type": "Cluster", /* why */ ‸ }', clusterKeys, 'name', '{ "type": "Cluster", /* why */ "name": "" }'],
    ['{ "type": // why\n ‸ }', types, '"Sample"', '{ "type": // why\n "Sample" }'],
  ])('are passed over: %s', check);
});

describe('nothing, where nothing fits', () => {
  test.each<Row>([
    ['{ "type": "Sample", "name": "x" } ‸', []],
    ['{ "type": "Sample"‸ }', []],
    ['{ "type"‸: "Sample" }', []],
    ['{ "type" ‸ }', []],
    ['{ "type": "Kafka", "authentication": {}‸ }', []],
    ['{ "type": "Kafka", "authentication": ‸ {} }', []],
    ['‸{ "type": "Kafka" }', []],
    ['{ "type": "Kafka", /* ‸ */ }', []],
    ['{ "type": "Kafka", // ‸', []],
    ['{ "type": "Kafka", "config": { "foo": { ‸ } } }', []],
    ['[‸]', []],
  ])('%s', check);
});

test.each([
  ['{ "a": [1, ‸] }', ['a', 1]],
  ['{ "a": [1 ‸] }', ['a', 1]],
  ['{ "a": [1, 2‸] }', ['a', 1]],
  ['{ "a": [{ "b": ‸ }] }', ['a', 0, 'b']],
])('the path at the cursor: %s', (marked, path) => {
  expect(cursorAt(marked.replace('‸', ''), marked.indexOf('‸'))?.path).toEqual(path);
});

describe('positions in the text', () => {
  const accepted = '"type": "Sample"';
  test.each([
    ['behind an astral character', '{ "name": "😀", "type": "‸" }', `{ "name": "😀", ${accepted} }`],
    ['with CRLF', '{\r\n  "name": "x",\r\n  "type": "‸"\r\n}', `{\r\n  "name": "x",\r\n  ${accepted}\r\n}`],
    ['with a lone CR', '{\r  "type": "‸"\r}', `{\r  ${accepted}\r}`],
    ['with a byte order mark', '\ufeff{ "type": "‸" }', `\ufeff{ ${accepted} }`],
    ['with escapes before it', '{ "na\\u006de": "\\"", "type": "‸" }', `{ "na\\u006de": "\\"", ${accepted} }`],
  ])('%s', (_, marked, after) => {
    expect(labelsAt(engine, marked)).toEqual(types);
    expect(accept(engine, marked, '"Sample"')).toBe(after);
  });
});
