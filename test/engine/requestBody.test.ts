// A file made ready to send.
import { expect, test } from 'vitest';
import { createEngine, type Severities } from '../../server/src/engine/index.ts';
import { secretPlaces } from '../../server/src/engine/schema/secretPlaces.ts';
import { toText } from '../support/cursor.ts';

const engine = createEngine();
const prepare = (content: string) => engine.prepareRequest(toText(content));

test('the body is the file without $schema', async () => {
  const prepared = await prepare('{ "$schema": "./x.json", "type": "Cluster", "name": "shop", "clusterName": "Shop" }');
  expect(prepared).toMatchObject({
    kind: 'prepared',
    errors: 0,
    request: { body: { type: 'Cluster', name: 'shop', clusterName: 'Shop' }, type: 'Cluster', name: 'shop' },
  });
  expect(JSON.stringify(prepared)).not.toContain('$schema');
});

test.each(['5', 'null', '{}', '["x"]'])(
  'the $schema %s, which is not sent, is no error of the request',
  async ($schema) => {
    const prepared = await prepare(`{ "$schema": ${$schema}, "type": "Sample", "name": "sample_stream_solar" }`);
    expect(prepared).toMatchObject({ kind: 'prepared', errors: 0 });
  },
);

test('errors are counted, and the body is there all the same', async () => {
  expect(await prepare('{ "type": "Cluster", "clusterName": 3 }')).toMatchObject({
    kind: 'prepared',
    errors: 1,
    request: { name: undefined, body: { type: 'Cluster', clusterName: 3 } },
  });
});

test.each(['', '{ "type": "Sample", }', '{ "type": "Sample" } // c', '{ "type": "Sample"'])(
  'not JSON: %s',
  async (content) => {
    expect(await prepare(content)).toMatchObject({ kind: 'unsendable', reason: 'This file is not JSON yet.' });
  },
);

test.each(['[]', '3', 'null'])('not an object: %s', async (content) => {
  expect(await prepare(content)).toMatchObject({ kind: 'unsendable', reason: 'A connection is a JSON object, { … }.' });
});

test('a key that stands twice stops it: which one Atlas would get is not to be guessed', async () => {
  expect(await prepare('{ "type": "Sample", "name": "a", "name": "b" }')).toMatchObject({
    kind: 'unsendable',
    reason: expect.stringMatching(/a key twice in one object/),
  });
});

test('no setting makes a key that stands twice sendable, nor an error one less, but settings add errors', async () => {
  const prepareAs = (content: string, severities: Severities) => engine.prepareRequest(toText(content), { severities });
  const twice = '{ "type": "Sample", "name": "a", "name": "b" }';
  expect(await prepareAs(twice, { 'duplicate-key': 'off' })).toEqual(await prepare(twice));
  const faulty = '{ "type": "Cluster", "name": "shop", "clusterName": 3, "zzz": 1 }';
  expect(await prepareAs(faulty, { 'wrong-type': 'off' })).toMatchObject({ kind: 'prepared', errors: 1 });
  expect(await prepareAs(faulty, { 'wrong-type': 'off', 'unknown-property': 'error' })).toMatchObject({ errors: 2 });
});

test('placeholders are named with their places', async () => {
  const prepared = await prepare(
    '{ "type": "Https", "url": "${env:URL}", "headers": { "a/b": "${secret:TOKEN}", "c": "x ${secret:NO}" } }',
  );
  expect(prepared).toMatchObject({
    request: {
      placeholders: [
        { pointer: '/url', kind: 'env', name: 'URL' },
        { pointer: '/headers/a~1b', kind: 'secret', name: 'TOKEN' },
      ],
    },
  });
});

test('the secret places of every type go along, the wrong ones too', async () => {
  const prepared = await prepare('{ "type": "Sample" }');
  expect(prepared).toMatchObject({ request: { secretPaths: secretPlaces() } });
});
