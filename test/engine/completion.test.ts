// What completion offers at a cursor, and the text after accepting it.
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { accept, labelsAt } from '../support/accept.ts';

const engine = createEngine();
const labels = (marked: string) => labelsAt(engine, marked);

describe('keys', () => {
  test('before there is a type, only the common ones', async () => {
    expect(await labels('{ ‸ }')).toEqual(expect.arrayContaining(['type', 'name']));
    expect(await labels('{ ‸ }')).not.toContain('clusterName');
  });

  test('after the type, those of the type', async () => {
    const offered = await labels('{ "type": "Cluster", ‸ }');
    expect(offered).toEqual(expect.arrayContaining(['name', 'clusterName', 'clusterGroupId', 'dbRoleToExecute']));
    expect(offered).not.toContain('bootstrapServers');
  });

  test('never the ones that only Atlas writes', async () => {
    for (const readOnly of ['id', 'state', 'links']) {
      expect(await labels('{ "type": "Kafka", ‸ }')).not.toContain(readOnly);
    }
  });

  test('of a mechanism, only what it takes', async () => {
    const offered = await labels('{ "type": "Kafka", "authentication": { "mechanism": "OAUTHBEARER", ‸ } }');
    expect(offered).toEqual(expect.arrayContaining(['clientId', 'clientSecret', 'tokenEndpointUrl', 'method']));
    expect(offered).not.toContain('password');
  });

  test('a key behind a finished value brings the missing comma', async () => {
    const accepted = await accept(engine, '{ "type": "Cluster" ‸ }', 'dbRoleToExecute');
    expect(accepted).toBe('{ "type": "Cluster", "dbRoleToExecute":  }');
  });

  test('$schema in a file changes nothing', async () => {
    expect(await labels('{ "$schema": "http://127.0.0.1:1/x.json", "type": "Cluster", ‸ }')).toContain('clusterName');
  });
});

describe('values', () => {
  const types = ['Kafka', 'Cluster', 'Sample', 'Https', 'S3', 'GCPPubSub'];

  test.each(['{ "type": ‸ }', '{ "type": "‸" }', '{ "type": "Kaf‸', '{ "type": "Kaf‸ka" }'])(
    'all types at %s',
    async (marked) => {
      expect(await labels(marked)).toEqual(expect.arrayContaining(types.map((type) => `"${type}"`)));
    },
  );

  test('in the order of the schema, the most likely first', async () => {
    expect((await labels('{ "type": ‸ }')).slice(0, 3)).toEqual(['"Kafka"', '"Cluster"', '"Sample"']);
    expect((await labels('{ "type": "Kafka", "authentication": { "mechanism": ‸ } }')).at(0)).toBe('"PLAIN"');
  });

  test('accepting a type replaces what was there', async () => {
    expect(await accept(engine, '{ "type": "Kaf‸ka" }', '"Cluster"')).toBe('{ "type": "Cluster" }');
  });

  test('no filler where nothing fits', async () => {
    expect(await labels('‸')).not.toContain('{}');
    expect(await labels('{ "type": "Sample", "name": "x" } ‸')).toEqual([]);
  });
});

describe('whole connections', () => {
  test.each(['‸', '\n  ‸\n', 'kaf‸', ' kafka-pl‸'])('are offered in %j', async (marked) => {
    expect(await labels(marked)).toContain('kafka-plain');
  });

  test.each(['{‸}', '{ "type": ‸ }', '"kaf‸"', '[‸]'])('are not offered in %j', async (marked) => {
    expect(await labels(marked)).not.toContain('kafka-plain');
  });

  test('take the place of the word that was typed', async () => {
    const accepted = await accept(engine, '\ncluster‸\n', 'cluster');
    expect(accepted).toMatch(/^\n\{\n {2}"type": "Cluster",[\s\S]*\}\n$/);
  });
});
