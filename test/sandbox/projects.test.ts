// The lists of a project, asked for by two clients with two ways of signing in.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askFetch, clients, inShop } from './asking.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(() => sandbox.stop());

const id = expect.stringMatching(/^[0-9a-f]{24}$/);
const found = (...results: object[]) => ({ links: [], results, totalCount: results.length });

describe.each(clients())('$name', ({ ask }) => {
  const get = async (rest: string) => {
    const { status, json } = await ask(sandbox, 'GET', inShop(sandbox, rest));
    return { status, json };
  };

  test('projects', async () => {
    expect(await ask(sandbox, 'GET', 'groups')).toMatchObject({
      status: 200,
      json: found({ id, name: 'Shop' }, { id, name: 'Weather' }),
    });
  });

  test('clusters: one that runs, one that is paused', async () => {
    expect(await get('/clusters')).toMatchObject({
      status: 200,
      json: found(
        { id, name: 'Shop', stateName: 'IDLE', paused: false },
        { id, name: 'Reports', stateName: 'IDLE', paused: true },
      ),
    });
  });

  test('stream instances', async () => {
    expect(await get('/streams')).toMatchObject({
      status: 200,
      json: found(
        { name: 'orders', dataProcessRegion: { cloudProvider: 'AWS', region: 'VIRGINIA_USA' } },
        { name: 'payments' },
      ),
    });
  });

  test('private links: one that can be used, one that is not yet done', async () => {
    expect(await get('/streams/privateLinkConnections')).toMatchObject({
      status: 200,
      json: found(
        { _id: id, provider: 'AWS', vendor: 'CONFLUENT', state: 'DONE' },
        { _id: id, provider: 'AZURE', vendor: 'EVENTHUB', state: 'IDLE' },
      ),
    });
  });

  test('one private link', async () => {
    const [link] = [...sandbox.state.projects.values()].flatMap(({ privateLinks }) => privateLinks);
    expect(await get(`/streams/privateLinkConnections/${link?._id}`)).toEqual({ status: 200, json: link });
    expect(await get('/streams/privateLinkConnections/none')).toMatchObject({
      status: 404,
      json: { errorCode: 'RESOURCE_NOT_FOUND', parameters: ['none'] },
    });
  });

  test('cloud provider access: an object with three lists', async () => {
    expect(await get('/cloudProviderAccess')).toMatchObject({
      status: 200,
      json: {
        awsIamRoles: [
          {
            roleId: id,
            providerName: 'AWS',
            iamAssumedRoleArn: 'arn:aws:iam::123456789012:role/shop-streams',
            authorizedDate: expect.stringMatching(/^2026-.*Z$/),
            featureUsages: [],
          },
        ],
        azureServicePrincipals: [
          {
            _id: id,
            providerName: 'AZURE',
            servicePrincipalId: expect.any(String),
            tenantId: expect.any(String),
            atlasAzureAppId: expect.any(String),
          },
        ],
        gcpServiceAccounts: [
          { roleId: id, providerName: 'GCP', gcpServiceAccountForAtlas: expect.any(String), status: 'COMPLETE' },
        ],
      },
    });
  });

  test('processors, with stages that name connections', async () => {
    expect(await get('/streams/orders/processors')).toMatchObject({
      status: 200,
      json: found(
        {
          _id: id,
          name: 'collectSolar',
          state: 'STARTED',
          pipeline: [
            { $source: { connectionName: 'sample_stream_solar' } },
            { $merge: { into: { connectionName: 'warehouse' } } },
          ],
          options: { dlq: { connectionName: 'warehouse' } },
        },
        {
          name: 'notifyOrders',
          state: 'STOPPED',
          pipeline: [
            { $source: { connectionName: 'broker' } },
            { $https: { connectionName: 'webhook' } },
            { $emit: { connectionName: 'broker' } },
          ],
        },
      ),
    });
  });

  test('who may not ask, and what is not there', async () => {
    const tell = async (path: string, role: 'owner' | 'reader' = 'owner', method = 'GET') => {
      const { status, json } = await ask(sandbox, method, path, { role });
      return `${status} ${(json as { errorCode: string }).errorCode}`;
    };
    const nobody = 'groups/0123456789abcdef01234567/clusters';
    expect(await tell(nobody)).toBe('401 NOT_ORG_GROUP_CREATOR');
    expect(await tell(inShop(sandbox, '/cloudProviderAccess'), 'reader')).toBe('403 USER_UNAUTHORIZED');
    expect(await tell(inShop(sandbox, '/streams/none/processors'))).toBe('404 STREAM_TENANT_NOT_FOUND_FOR_NAME');
    expect(await tell(inShop(sandbox, '/streams/payments/nonsense'))).toBe('404 RESOURCE_NOT_FOUND');
    expect(await tell('groups/%zz/clusters')).toBe('404 RESOURCE_NOT_FOUND');
    expect(await tell('groups', 'owner', 'DELETE')).toBe('404 RESOURCE_NOT_FOUND');
  });
});

describe('pages, envelope and pretty', () => {
  const names = async (query: string) => {
    const { json } = await askFetch(sandbox, 'GET', inShop(sandbox, `/streams/orders/connections?${query}`));
    const { results, totalCount } = json as { results: { name: string }[]; totalCount: number };
    return [results.map(({ name }) => name).join(' '), totalCount];
  };

  test('a page has as many items as are wanted, a hundred by itself and never more than five hundred', async () => {
    expect(await names('itemsPerPage=3')).toEqual(['sample_stream_solar warehouse broker', 4]);
    expect(await names('itemsPerPage=3&pageNum=2')).toEqual(['webhook', 4]);
    expect(await names('itemsPerPage=3&pageNum=3')).toEqual(['', 4]);
    expect(await names('itemsPerPage=0&pageNum=-1')).toEqual(['sample_stream_solar warehouse broker webhook', 4]);
    const [project] = sandbox.state.projects.values();
    for (let index = 0; index < 600; index++) project?.clusters.push({ name: `c${index}` });
    const count = async (query: string) => {
      const { json } = await askFetch(sandbox, 'GET', inShop(sandbox, `/clusters${query}`));
      const { results, totalCount } = json as { results: unknown[]; totalCount?: number };
      return totalCount === undefined ? `${results.length}, not counted` : results.length;
    };
    expect(await count('')).toBe(100);
    expect(await count('?itemsPerPage=3&includeCount=false')).toBe('3, not counted');
    expect(await count('?itemsPerPage=501')).toBe(500);
  });

  test('an enveloped list gains the status; anything else goes into content, and HTTP says 200', async () => {
    const enveloped = async (rest: string, method = 'GET') => {
      const { status, json } = await askFetch(sandbox, method, inShop(sandbox, `${rest}?envelope=true`));
      return [status, json];
    };
    expect(await enveloped('/clusters')).toMatchObject([200, { status: 200, results: [{}, {}], totalCount: 2 }]);
    expect(await enveloped('/cloudProviderAccess')).toMatchObject([
      200,
      { status: 200, content: { awsIamRoles: [{}] } },
    ]);
    const connection = '/streams/orders/connections/webhook';
    expect(await enveloped(connection)).toMatchObject([200, { status: 200, content: { name: 'webhook' } }]);
    expect(await enveloped(connection, 'DELETE')).toEqual([200, { status: 202, content: {} }]);
    expect(await enveloped('/nonsense')).toMatchObject([200, { status: 404, content: { error: 404 } }]);
  });

  test('pretty indents', async () => {
    const { text } = await askFetch(sandbox, 'GET', 'groups?pretty=true');
    expect(text).toMatch(/^\{\n {2}"links": \[\],\n/);
  });
});
