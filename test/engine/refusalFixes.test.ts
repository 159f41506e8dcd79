// What can be done at a click about a refusal of Atlas.
import { describe, expect, test } from 'vitest';
import { createEngine, fixAllKind } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';
import { fixesForRefused, fixRefused } from '../support/refused.ts';

const cluster = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };
const nameExists = { status: 409, errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS' };
const kafka = (bootstrapServers: string) => ({
  type: 'Kafka',
  name: 'orders',
  bootstrapServers,
  authentication: { mechanism: 'SCRAM-256', username: 'orders', password: '${secret:P}' },
  security: { protocol: 'SASL_SSL' },
});
const badServers = {
  errorCode: 'VALIDATION_ERROR',
  detail: 'The request content produced the validation error: Invalid bootstrapServers.',
};

describe('the name exists', () => {
  const update = '*Compare and update in Atlas… → streamconn.deployConnection';

  test.each([
    ['shop', 'shop-2'],
    ['shop-2', 'shop-3'],
    ['shop-9', 'shop-10'],
    ['shop-', 'shop--2'],
    ['-2', '-2-2'],
    ['2', '2-2'],
    ['s'.repeat(64), `${'s'.repeat(62)}-2`],
  ])('%s can be compared and updated first, or renamed to %s', async (name, next) => {
    const file = { ...cluster, name };
    expect(await fixesForRefused({ file, refusal: nameExists })).toEqual([update, `Rename to "${next}"`]);
    expect(await fixRefused({ file, refusal: nameExists }, `Rename to "${next}"`)).toBe(
      JSON.stringify({ ...file, name: next }),
    );
  });

  test('where the file does not say the name, only updated', async () => {
    expect(await fixesForRefused({ file: { ...cluster, name: '${env:NAME}' }, refusal: nameExists })).toEqual([update]);
    const { name: _, ...nameless } = cluster;
    expect(await fixesForRefused({ file: nameless, refusal: nameExists })).toEqual([update]);
  });

  test('only at the name', async () => {
    const refusal = { ...nameExists, fields: [{ field: 'clusterName', description: 'is taken' }] };
    expect(await fixesForRefused({ file: cluster, refusal })).toEqual([]);
  });

  test('a client without the command is not offered it', async () => {
    const engine = createEngine();
    const text = toText(JSON.stringify(cluster));
    const range = { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
    const complaints = engine.complaints(cluster, nameExists);
    const titles = (await engine.codeActions(text, { range }, { complaints })).map(({ title }) => title);
    expect(titles).toEqual(['Rename to "shop-2"']);
  });
});

test('what is not there to be updated can be created', async () => {
  const refusal = { status: 404, errorCode: 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME' };
  expect(await fixesForRefused({ file: cluster, refusal })).toEqual([
    'Create the connection in Atlas instead → streamconn.createConnection',
  ]);
});

describe('Invalid bootstrapServers', () => {
  test.each([
    ['kafka.k8s.local:9092,b.example.com:9092', 'Keep only the public servers', 'b.example.com:9092'],
    ['10.0.0.1:9092,b.example.com:9092,localhost:9092', 'Keep only the public servers', 'b.example.com:9092'],
    ['SASL_SSL://b.example.com:9092', 'Change to "b.example.com:9092"', 'b.example.com:9092'],
    ['https://b.example.com:443', 'Use the host with port 9092', 'b.example.com:9092'],
    ['b.example.com', 'Add port 9092', 'b.example.com:9092'],
    [
      'a.example.com:9092;b.example.com:9092',
      'Separate the servers by commas only',
      'a.example.com:9092,b.example.com:9092',
    ],
  ])('%s: %s', async (servers, title, after) => {
    expect(await fixRefused({ file: kafka(servers), refusal: badServers }, title)).toBe(JSON.stringify(kafka(after)));
  });

  test('a server that looks right has no fix, only advice', async () => {
    expect(await fixesForRefused({ file: kafka('b.example.com:9092'), refusal: badServers })).toEqual([]);
  });

  test('where none is public, there is none to keep', async () => {
    expect(await fixesForRefused({ file: kafka('a.local:9092,b.local:9092'), refusal: badServers })).toEqual([]);
  });

  test('what a rule offers already is offered once', async () => {
    expect(await fixesForRefused({ file: kafka('b.example.com'), refusal: badServers })).toEqual([]);
  });
});

describe('attributes', () => {
  test('what is missing is added', async () => {
    const refusal = {
      errorCode: 'MISSING_ATTRIBUTE',
      detail: 'The required attribute dbRoleToExecute was not specified.',
    };
    const after = JSON.parse(await fixRefused({ file: cluster, refusal }, 'Add "dbRoleToExecute"'));
    expect(Object.keys(after)).toEqual(['type', 'name', 'clusterName', 'dbRoleToExecute']);
  });

  test('not where there is no object to add it to', async () => {
    const refusal = { errorCode: 'MISSING_ATTRIBUTE', parameters: ['mechanism'] };
    expect(await fixesForRefused({ file: { type: 'Kafka', name: 'k' }, refusal })).toEqual([]);
  });
});

test('nothing of it is preferred, nor done on save', async () => {
  const engine = createEngine();
  const text = toText(JSON.stringify(cluster));
  const range = { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
  const complaints = engine.complaints(cluster, nameExists);
  expect(await engine.codeActions(text, { range, only: [fixAllKind] }, { complaints })).toEqual([]);
  const fixes = await engine.codeActions(text, { range }, { complaints });
  expect(fixes.map(({ isPreferred }) => isPreferred)).toEqual([undefined]);
});

test('it does not count as an error that stops sending, and no setting touches it', async () => {
  const engine = createEngine();
  const text = toText(JSON.stringify(cluster));
  const known = {
    complaints: engine.complaints(cluster, { status: 400, errorCode: 'syntax' }),
    severities: { syntax: 'off' as const },
  };
  expect((await engine.diagnose(text, known)).map(({ code, severity }) => [code, severity])).toEqual([['syntax', 1]]);
  expect(await engine.prepareRequest(text, known)).toMatchObject({ kind: 'prepared', errors: 0 });
  expect(await engine.findings(text, known)).toEqual([]);
});
