// What the client asks of Atlas beside creating, and what it makes of the answers.
import { describe, expect, test } from 'vitest';
import { body, plain, useAtlas } from './connecting.ts';

const atlas = useAtlas();
const kafka = {
  type: 'Kafka',
  name: 'broker',
  bootstrapServers: 'other.example.com:9092',
  authentication: { mechanism: 'PLAIN', username: 'u', password: 'hunter2' },
  security: { protocol: 'SASL_SSL' },
};

const shop = () => {
  const [project] = atlas.sandbox.state.projects.values();
  if (!project) throw new Error('The sandbox has no project.');
  return project;
};

describe('a project', () => {
  test('projects', async () => {
    expect(await atlas.connect('serviceAccount').listProjects(atlas.call())).toMatchObject({
      kind: 'ok',
      value: [{ id: shop().id, name: 'Shop' }, { name: 'Weather' }],
    });
  });

  test('its clusters', async () => {
    expect(await atlas.connect('apiKey').listClusters(shop().id, atlas.call())).toEqual({
      kind: 'ok',
      value: [
        { name: 'Shop', state: 'IDLE', paused: false },
        { name: 'Reports', state: 'IDLE', paused: true },
      ],
    });
  });

  test('its own database roles, which come as a bare list', async () => {
    expect(await atlas.connect('apiKey').listDatabaseRoles(shop().id, atlas.call())).toEqual({
      kind: 'ok',
      value: ['streamsReader', 'streamsWriter'],
    });
  });

  test('its stream instances, all pages of them', async () => {
    const { instances, id } = shop();
    const [instance] = instances.values();
    for (let index = 0; index < 1100; index++) {
      if (instance) instances.set(`i${index}`, { ...instance, name: `i${index}` });
    }
    const all = await atlas.connect('serviceAccount').listStreamInstances(id, atlas.call());
    expect(all.kind === 'ok' && all.value.length).toBe(1102);
    expect(all).toMatchObject({ value: expect.arrayContaining([{ name: 'payments', region: 'AWS DUBLIN_IRL' }]) });
    expect(atlas.sandbox.requests.flatMap(({ url }) => /pageNum=(\d+)/.exec(url)?.[1] ?? [])).toEqual(['1', '2', '3']);
  });

  test('its private links: whose, where, and whether they can be used yet', async () => {
    expect(await atlas.connect('serviceAccount').listPrivateLinks(shop().id, atlas.call())).toEqual({
      kind: 'ok',
      value: [
        {
          id: expect.stringMatching(/^[a-f0-9]{24}$/),
          provider: 'AWS',
          vendor: 'CONFLUENT',
          region: 'us-east-1',
          state: 'DONE',
          error: undefined,
        },
        expect.objectContaining({ provider: 'AZURE', vendor: 'EVENTHUB', state: 'IDLE' }),
      ],
    });
  });

  test('whom it may act as with the cloud providers', async () => {
    expect(await atlas.connect('serviceAccount').getCloudProviderAccess(shop().id, atlas.call())).toEqual({
      kind: 'ok',
      value: {
        awsRoles: ['arn:aws:iam::123456789012:role/shop-streams'],
        azureServicePrincipals: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
        gcpServiceAccounts: ['shop-streams@sandbox-project.iam.gserviceaccount.example.com'],
      },
    });
  });

  test('answers without the parts that are looked for', async () => {
    atlas.sandbox.fault({ kind: 'reply', reply: { status: 200, body: { awsIamRoles: [null, {}, 7] } } }, isGet);
    const client = atlas.connect('serviceAccount');
    expect(await client.getCloudProviderAccess(shop().id, atlas.call())).toMatchObject({ value: { awsRoles: [] } });
  });
});

const isGet = ({ method }: { method: string }) => method === 'GET';

describe('processors that use a connection', () => {
  test.each([
    ['broker', ['notifyOrders STOPPED']],
    ['warehouse', ['collectSolar STARTED', 'notifyOrders STOPPED']],
    ['sample_stream_solar', ['collectSolar STARTED']],
    ['webhook', ['notifyOrders STOPPED']],
    ['none', []],
  ])('%s: %j', async (name, expected) => {
    const using = await atlas.connect('serviceAccount').listProcessorsUsing(atlas.target(), name, atlas.call());
    expect(using.kind === 'ok' && using.value.map((processor) => `${processor.name} ${processor.state}`)).toEqual(
      expected,
    );
  });
});

describe('connections', () => {
  test('are listed whole, 500 to a page', async () => {
    const { connections } = shop().instances.get('orders') ?? { connections: new Map() };
    for (let index = 0; index < 600; index++) connections.set(`c${index}`, { ...body, name: `c${index}` });
    const all = await atlas.connect('serviceAccount').listConnections(atlas.target(), atlas.call());
    expect(all.kind === 'ok' && all.value.map(({ name }) => name)).toEqual([...connections.keys()]);
  });

  test('one is read by its name, whatever characters that has', async () => {
    const client = atlas.connect('apiKey');
    const name = 'a/b ?#% ü';
    await client.createConnection(atlas.target(), { ...body, name }, plain, atlas.call());
    expect(await client.getConnection(atlas.target(), name, atlas.call())).toMatchObject({
      kind: 'ok',
      value: { name, state: 'READY' },
    });
  });

  test('one that is not there', async () => {
    expect(await atlas.connect('apiKey').getConnection(atlas.target(), 'none', atlas.call())).toMatchObject({
      kind: 'refused',
      error: { status: 404, errorCode: 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME' },
    });
  });

  test('one is updated: the whole body goes by PATCH, and comes back without secrets and state', async () => {
    const client = atlas.connect('serviceAccount');
    expect(await client.updateConnection(atlas.target(), 'broker', kafka, plain, atlas.call())).toMatchObject({
      kind: 'ok',
      value: { connection: { bootstrapServers: 'other.example.com:9092' }, state: undefined },
    });
    const sent = atlas.sandbox.requests.at(-1);
    expect(sent).toMatchObject({ method: 'PATCH', url: `${atlas.path()}/broker` });
    expect(JSON.parse(sent?.body ?? '')).toEqual(kafka);
  });

  test('networking cannot be updated', async () => {
    const moved = { ...kafka, networking: { access: { type: 'VPC' } } };
    const client = atlas.connect('serviceAccount');
    expect(await client.updateConnection(atlas.target(), 'broker', moved, plain, atlas.call())).toMatchObject({
      error: { status: 400, errorCode: 'STREAM_NETWORKING_CANNOT_BE_MODIFIED' },
    });
  });

  test('one is deleted: accepted at once, gone when it is looked for', async () => {
    const client = atlas.connect('apiKey');
    expect(await client.deleteConnection(atlas.target(), 'webhook', atlas.call())).toEqual({ kind: 'ok', value: {} });
    expect(await client.getConnection(atlas.target(), 'webhook', atlas.call())).toMatchObject({
      value: { state: 'DELETING' },
    });
    expect(await client.getConnection(atlas.target(), 'webhook', atlas.call())).toMatchObject({
      error: { status: 404 },
    });
  });

  test('one that a running processor uses is neither updated nor deleted', async () => {
    const client = atlas.connect('serviceAccount');
    const used = { ...body, name: 'warehouse' };
    const outcomes = [
      await client.deleteConnection(atlas.target(), 'warehouse', atlas.call()),
      await client.updateConnection(atlas.target(), 'warehouse', used, plain, atlas.call()),
    ];
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ error: { status: 403, errorCode: 'STREAM_CONNECTION_HAS_STREAM_PROCESSORS' } });
    }
  });
});

test('a list that never ends is given up', async () => {
  const reply = { status: 200, body: { results: [{ id: '1', name: 'again' }], totalCount: 1e9 } };
  atlas.sandbox.fault({ kind: 'reply', reply, times: 1e9 }, isGet);
  expect(await atlas.connect('serviceAccount').listProjects(atlas.call())).toEqual({
    kind: 'unreachable',
    code: 'too-large',
    maybeDone: false,
  });
  expect(atlas.sandbox.requests.filter(isGet)).toHaveLength(100);
});
