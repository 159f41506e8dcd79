// Which version of each resource is served, by the date in the Accept header.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clients, inShop } from './asking.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox();
});

afterAll(() => sandbox.stop());

const refused = {
  status: 406,
  type: 'application/json',
  json: {
    error: 406,
    reason: 'Not Acceptable',
    errorCode: 'INVALID_VERSION_DATE',
    detail: 'Invalid accept header or version date.',
    parameters: [],
  },
};

describe.each(clients())('$name', ({ ask }) => {
  const get = (path: string, version: string) => ask(sandbox, 'GET', path, { version });
  const served = async (path: string, version: string) => {
    const { status, type } = await get(path, version);
    return [status, type];
  };
  const type = (date: string) => [200, `application/vnd.atlas.${date}+json;charset=utf-8`];

  test.each([
    ['', '2023-01-01'],
    ['/clusters', '2023-01-01'],
    ['/cloudProviderAccess', '2023-01-01'],
    ['/streams', '2023-02-01'],
    ['/streams/privateLinkConnections', '2023-02-01'],
    ['/streams/orders/connections', '2023-02-01'],
    ['/streams/orders/connections/broker', '2023-02-01'],
    ['/streams/orders/processors', '2024-05-30'],
  ])('%j is there from %s on', async (rest, date) => {
    const path = rest ? inShop(sandbox, rest) : 'groups';
    const dayBefore = new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
    expect(await get(path, dayBefore)).toMatchObject(refused);
    expect(await served(path, date)).toEqual(type(date));
  });

  test('a later date gets the newest version that is not later', async () => {
    expect(await served('groups', '2025-02-19')).toEqual(type('2023-01-01'));
    const clusters = inShop(sandbox, '/clusters');
    expect(await served(clusters, '2023-01-31')).toEqual(type('2023-01-01'));
    expect(await served(clusters, '2024-08-04')).toEqual(type('2023-02-01'));
    expect(await served(clusters, '2025-02-19')).toEqual(type('2024-08-05'));
  });

  test.each(['application/json', '*/*', '2025-13-01', 'application/vnd.atlas.2025-02-19+csv'])(
    'no version: %s',
    async (version) => expect(await get('groups', version)).toMatchObject(refused),
  );

  test('an error has no version', async () => {
    expect(await served(inShop(sandbox, '/streams/none/connections'), '2025-02-19')).toEqual([404, 'application/json']);
  });
});
