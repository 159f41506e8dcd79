// "Did you mean": a slip in four letters, and never a guess.
import { expect, test } from 'vitest';
import { nearest } from '../../server/src/nearest.ts';

test.each([
  ['clusterNam', ['clusterName', 'name'], 'clusterName'],
  ['tpye', ['type', 'name'], 'type'],
  ['typ', ['type', 'name'], 'type'],
  ['Clustr', ['Cluster', 'Kafka'], 'Cluster'],
  ['bootstrap_servers', ['bootstrapServers'], 'bootstrapServers'],
  ['scram 256', ['SCRAM-256', 'SCRAM-512'], 'SCRAM-256'],
])('%s among %j is %s', (written, candidates, meant) => {
  expect(nearest(written, candidates)).toBe(meant);
});

test.each([
  ['clusterName', ['username', 'password']],
  ['bucketName', ['username']],
  ['connectionType', ['connectionId']],
  ['clientEmail', ['clientId']],
  ['SCRAM-SHA-256', ['SCRAM-256', 'SCRAM-512']],
  ['Redis', ['Sample', 'S3']],
  [' ', ['', 'PLAIN']],
  ['…', ['', 'PLAIN']],
  ['', ['']],
  // As near as another one.
  ['roleA', ['roleB', 'roleC']],
  ['a'.repeat(1_000_000), ['type']],
])('%s among %j is nothing', (written, candidates) => {
  expect(nearest(written, candidates)).toBeUndefined();
});
