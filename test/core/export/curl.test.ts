// What is copied for curl, run by a real sh with a real curl: it signs in to the sandbox and creates the connection.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExportRequest } from '../../../client/src/core/export/request.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { canaries, tracesIn } from '../../support/canaries.ts';
import { canRun } from '../../support/needs.ts';
import { type Ran, requestOf, useFolder, writeAs } from './exporting.ts';

const folder = useFolder();

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(() => sandbox.stop());

const forms = ['curl (service account)', 'curl (API key)'];

/** The request of a file for the instance `orders` of the sandbox. */
function here(content: object, query = ''): Promise<ExportRequest> {
  const [groupId = ''] = sandbox.state.projects.keys();
  const path = `/api/atlas/v2/groups/${groupId}/streams/orders/connections${query}`;
  return requestOf(content, { origin: sandbox.origin, groupId, path });
}

/** What a person sets who signs in as the owner. */
function signIn(): Record<string, string> {
  const { serviceAccount, apiKey } = sandbox.state.credentials.owner;
  return {
    MONGODB_ATLAS_CLIENT_ID: serviceAccount.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: serviceAccount.clientSecret,
    MONGODB_ATLAS_PUBLIC_API_KEY: apiKey.publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: apiKey.privateKey,
  };
}

async function run(label: string, content: object, variables: Record<string, string>, query?: string): Promise<Ran> {
  return folder.run(writeAs(label, await here(content, query)).text, variables);
}

const sent = () =>
  sandbox.requests.filter(({ method, url, body }) => method === 'POST' && url.includes('/conn') && body);

const kafka = {
  type: 'Kafka',
  name: 'orders-kafka',
  bootstrapServers: 'broker.example.com:9092',
  security: { protocol: 'SASL_SSL', brokerPublicCertificate: '${file:certs of ours.pem}' },
  authentication: { mechanism: 'PLAIN', username: '${env:KAFKA_USER}', password: '${secret:kafka-password}' },
};

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB+/=\n-----END CERTIFICATE-----\n';

const values = { KAFKA_USER: '$ConnectionString', SECRET_KAFKA_PASSWORD: canaries.password };

const filled = {
  ...kafka,
  security: { protocol: 'SASL_SSL', brokerPublicCertificate: certificate },
  authentication: { mechanism: 'PLAIN', username: values.KAFKA_USER, password: values.SECRET_KAFKA_PASSWORD },
};

describe.runIf(canRun('sh') && canRun('curl'))('curl', () => {
  test.each(forms)('%s creates the connection, its secrets from the environment and the file', async (label) => {
    folder.write('certs of ours.pem', certificate);
    const { code, out, err } = await run(label, kafka, { ...values, ...signIn() });
    expect([code, err, JSON.parse(out)]).toEqual([
      0,
      '',
      expect.objectContaining({ name: kafka.name, state: 'READY' }),
    ]);
    const [request, ...others] = sent();
    expect(others).toEqual([]);
    expect(request?.headers).toMatchObject({
      accept: 'application/vnd.atlas.2025-02-19+json',
      'content-type': 'application/json',
    });
    expect(JSON.parse(request?.body ?? '')).toEqual(filled);
  });

  test('an API key signs by SHA-256 as well', async () => {
    await sandbox.stop();
    sandbox = await createSandbox({ digest: 'SHA-256' });
    const { out } = await run('curl (API key)', { type: 'Sample', name: 'sun' }, signIn());
    expect(JSON.parse(out)).toMatchObject({ name: 'sun' });
  });

  test('secrets that the file holds are taken from the environment, and are nowhere in what was copied', async () => {
    const secrets = ['password', 'sslKey'] as const;
    const authentication = { ...kafka.authentication, username: 'u', ...canariesFor(secrets) };
    const content = { ...kafka, security: { protocol: 'SASL_SSL' }, authentication };
    const { text, variables } = writeAs('curl (service account)', await here(content));
    expect(tracesIn(text, Object.values(canaries))).toEqual([]);
    expect(variables.slice(2)).toEqual(['SECRET_ORDERS_KAFKA_PASSWORD', 'SECRET_ORDERS_KAFKA_SSL_KEY']);
    const set = { SECRET_ORDERS_KAFKA_PASSWORD: canaries.password, SECRET_ORDERS_KAFKA_SSL_KEY: canaries.sslKey };
    expect(await folder.run(text, { ...set, ...signIn() })).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(sent()[0]?.body ?? '')).toEqual(content);
  });

  function canariesFor(names: readonly ('password' | 'sslKey')[]) {
    return Object.fromEntries(names.map((name) => [name, canaries[name]]));
  }

  test.each(forms)('%s sends the query as well', async (label) => {
    await run(label, { type: 'Sample', name: 'sun' }, signIn(), '?envelope=true&pretty=true');
    expect(sent()[0]?.url).toMatch(/\/connections\?envelope=true&pretty=true$/);
  });

  test.each([
    ['MONGODB_ATLAS_CLIENT_SECRET', { MONGODB_ATLAS_CLIENT_SECRET: '' }],
    ['SECRET_KAFKA_PASSWORD', { SECRET_KAFKA_PASSWORD: '' }],
    ['KAFKA_USER', { KAFKA_USER: '' }],
  ])('without %s nothing is sent', async (name, missing) => {
    folder.write('certs of ours.pem', certificate);
    const { code, err } = await run('curl (service account)', kafka, { ...values, ...signIn(), ...missing });
    expect(code).not.toBe(0);
    expect(err).toContain(`${name}: is not set`);
    expect(sandbox.requests).toEqual([]);
  });

  test('without the file nothing is sent', async () => {
    const { code, err } = await run('curl (service account)', kafka, { ...values, ...signIn() });
    expect(code).not.toBe(0);
    expect(err).toContain('certs of ours.pem');
    expect(sandbox.requests).toEqual([]);
  });

  test.each(forms)('%s fails where Atlas refuses, with what Atlas says', async (label) => {
    const sun = { type: 'Sample', name: 'sun' };
    expect(await run(label, sun, signIn())).toMatchObject({ code: 0 });
    const { code, out } = await run(label, sun, signIn());
    expect([code, JSON.parse(out)]).toEqual([22, expect.objectContaining({ error: 409 })]);
  });

  test('a service account that Atlas refuses ends it with what Atlas says, before the connection is sent', async () => {
    folder.write('certs of ours.pem', certificate);
    const wrong = { ...values, ...signIn(), MONGODB_ATLAS_CLIENT_SECRET: 'wrong' };
    const { code, err } = await run('curl (service account)', kafka, wrong);
    expect([code, sent()]).toEqual([1, []]);
    expect(err).toMatch(/error/);
    expect(tracesIn(err, Object.values(canaries))).toEqual([]);
  });
});
