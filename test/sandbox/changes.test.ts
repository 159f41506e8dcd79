// Connections changed and deleted.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Asked, clients, talk } from './asking.ts';
import { access, cluster, privateKafka } from './samples.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import type { Json } from './state.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(() => sandbox.stop());

describe.each(clients())('$name', ({ ask }) => {
  const { tell, brief, create } = talk(ask, () => sandbox);

  describe('changing', () => {
    const change = (name: string, body: Json, options: Asked = {}) => tell('PATCH', name, { body, ...options });

    test('what is sent replaces what was there; the answer has no state', async () => {
      const [, { id }] = (await tell('GET', 'webhook')) as readonly [number, Json];
      const changed = { type: 'Https', name: 'webhook', url: 'https://new.example.com', id, region: 'VIRGINIA_USA' };
      expect(await change('webhook', { type: 'Https', url: 'https://new.example.com', headers: {} })).toEqual([
        200,
        { ...changed, headers: {} },
      ]);
      expect(await tell('GET', 'webhook')).toEqual([200, { ...changed, headers: {}, state: 'READY' }]);
    });

    test('it may be set up anew, and be seen as it was before for a while', async () => {
      sandbox.state.fates.set('webhook', { isSetUpAnew: true, stale: 2, end: 'FAILED' });
      await change('webhook', { type: 'Https', url: 'https://new.example.com' });
      const [, seen] = await tell('GET', 'webhook');
      expect(seen).toMatchObject({ url: 'https://hooks.example.com/orders', state: 'READY' });
      const states: string[] = [];
      for (let looks = 0; looks < 3; looks++) states.push(await brief('GET', 'webhook'));
      expect(states).toEqual(['200 READY', '200 PENDING', '200 FAILED']);
      expect((await tell('GET', 'webhook'))[1]).toMatchObject({ url: 'https://new.example.com' });
    });

    test('type and name stay', async () => {
      const broker = { type: 'Kafka', name: 'broker' };
      const readOnly = (attribute: string) => [400, { errorCode: 'ATTRIBUTE_READ_ONLY', parameters: [attribute] }];
      expect(await change('broker', { ...broker, type: 'Cluster' })).toMatchObject(readOnly('type'));
      expect(await change('broker', { ...broker, name: 'other' })).toMatchObject(readOnly('name'));
      expect(await change('broker', { name: 'broker' })).toMatchObject([400, { parameters: ['Missing type.'] }]);
    });

    test('networking stays', async () => {
      const { networking: _, ...withoutIt } = privateKafka;
      await create(privateKafka);
      const fixed = [400, { errorCode: 'STREAM_NETWORKING_CANNOT_BE_MODIFIED', parameters: ['orders', 'events'] }];
      expect(await change('events', { ...withoutIt, networking: { access: { type: 'PUBLIC' } } })).toMatchObject(fixed);
      expect((await change('events', privateKafka))[0]).toBe(200);
      expect((await change('events', withoutIt))[0]).toBe(200);

      const lambda = { type: 'AWSLambda', name: 'l', aws: { roleArn: 'arn:aws:iam::123456789012:role/r' } };
      await create(lambda);
      expect((await change('l', { ...lambda, publicPrivateNetworking: { access: { type: 'PUBLIC' } } }))[0]).toBe(200);
      expect(await change('l', { ...lambda, publicPrivateNetworking: { access } })).toMatchObject([
        400,
        { errorCode: 'STREAM_NETWORKING_CANNOT_BE_MODIFIED' },
      ]);
    });

    test('each other refusal', async () => {
      const webhook = { type: 'Https', name: 'webhook', url: 'https://new.example.com' };
      expect(await change('webhook', { ...webhook, url: 'nowhere' })).toMatchObject([
        400,
        { parameters: ['Invalid url.'] },
      ]);
      expect(await tell('PATCH', 'webhook', { body: '{' })).toMatchObject([400, { errorCode: 'MALFORMED_JSON' }]);
      expect(await change('webhook', webhook, { role: 'reader' })).toMatchObject([403, {}]);
      expect(await change('warehouse', { type: 'Cluster', clusterName: 'Reports' })).toMatchObject([
        403,
        { errorCode: 'STREAM_CONNECTION_HAS_STREAM_PROCESSORS', parameters: ['warehouse', 'orders'] },
      ]);
      await tell('DELETE', 'webhook');
      expect((await change('webhook', webhook))[0]).toBe(404);
    });
  });

  describe('deleting', () => {
    test('it is accepted, then it can be seen once, then it is gone and its name is free', async () => {
      await create(cluster);
      expect(await tell('DELETE', 'shop')).toEqual([202, {}]);
      expect(await brief('POST', '', { body: cluster })).toBe('409 STREAM_CONNECTION_NAME_ALREADY_EXISTS');
      expect(await brief('GET', 'shop')).toBe('200 DELETING');
      expect(await brief('GET', 'shop')).toBe('404 STREAM_CONNECTION_NOT_FOUND_FOR_NAME');
      expect((await create(cluster))[0]).toBe(200);
    });

    test('it may take longer, and fail', async () => {
      sandbox.state.fates.set('webhook', { deleting: 2, deletionFails: true });
      await tell('DELETE', 'webhook');
      const states = [await brief('GET', 'webhook'), await brief('GET', 'webhook'), await brief('GET', 'webhook')];
      expect(states).toEqual(['200 DELETING', '200 DELETING', '200 FAILED']);
    });

    test('it may be seen as it was before for a while', async () => {
      sandbox.state.fates.set('webhook', { stale: 1 });
      await tell('DELETE', 'webhook');
      const states = [await brief('GET', 'webhook'), await brief('GET', 'webhook'), await brief('GET', 'webhook')];
      expect(states).toEqual(['200 READY', '200 DELETING', '404 STREAM_CONNECTION_NOT_FOUND_FOR_NAME']);
    });

    test('not while a running processor uses it; one that is stopped is no hindrance', async () => {
      for (const name of ['sample_stream_solar', 'warehouse']) {
        expect(await brief('DELETE', name)).toBe('403 STREAM_CONNECTION_HAS_STREAM_PROCESSORS');
      }
      for (const name of ['broker', 'webhook']) expect(await brief('DELETE', name)).toBe('202');
    });

    test('nor while it is where a running processor puts what it cannot process', async () => {
      const [project] = sandbox.state.projects.values();
      project?.instances.get('orders')?.processors.push({
        name: 'p',
        state: 'STARTED',
        pipeline: [{ $source: { documents: [] } }],
        options: { dlq: { connectionName: 'webhook' } },
      });
      expect(await brief('DELETE', 'webhook')).toBe('403 STREAM_CONNECTION_HAS_STREAM_PROCESSORS');
    });

    test('a Kafka connection not while it is set up, which a retry waits for', async () => {
      await create(privateKafka);
      expect(await tell('DELETE', 'events')).toMatchObject([
        409,
        { errorCode: 'STREAM_KAFKA_CONNECTION_IS_DEPLOYING', parameters: ['events'] },
      ]);
      expect(await brief('DELETE', 'events')).toBe('202');
    });

    test('one of another type also while it is set up', async () => {
      await create({ type: 'S3', name: 's', aws: { roleArn: 'arn' }, networking: { access } });
      expect(await brief('DELETE', 's')).toBe('202');
    });

    test('not by a reader', async () => {
      expect(await brief('DELETE', 'webhook', { role: 'reader' })).toBe('403 USER_UNAUTHORIZED');
    });
  });
});
