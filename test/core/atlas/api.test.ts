// Every operation: its method, path and media type, to the letter.
import { describe, expect, test } from 'vitest';
import { mediaType, type Operation, operations, pathOf } from '../../../client/src/core/atlas/api.ts';

const groupId = '32b6e34b3d91647abb20e7b8';
const target = { groupId, tenantName: 'orders' };

test.each<[string, Operation, string]>([
  ['listProjects', operations.listProjects(), 'GET /groups 2023-01-01'],
  ['listClusters', operations.listClusters(groupId), `GET /groups/${groupId}/clusters 2024-08-05`],
  [
    'listCloudProviderAccess',
    operations.listCloudProviderAccess(groupId),
    `GET /groups/${groupId}/cloudProviderAccess 2023-01-01`,
  ],
  ['listDatabaseRoles', operations.listDatabaseRoles(groupId), `GET /groups/${groupId}/customDBRoles/roles 2023-01-01`],
  ['listStreamInstances', operations.listStreamInstances(groupId), `GET /groups/${groupId}/streams 2023-02-01`],
  [
    'listPrivateLinks',
    operations.listPrivateLinks(groupId),
    `GET /groups/${groupId}/streams/privateLinkConnections 2023-02-01`,
  ],
  ['listProcessors', operations.listProcessors(target), `GET /groups/${groupId}/streams/orders/processors 2024-05-30`],
  [
    'listConnections',
    operations.listConnections(target),
    `GET /groups/${groupId}/streams/orders/connections 2025-02-19`,
  ],
  [
    'getConnection',
    operations.getConnection(target, 'shop'),
    `GET /groups/${groupId}/streams/orders/connections/shop 2025-02-19`,
  ],
  [
    'createConnection',
    operations.createConnection(target),
    `POST /groups/${groupId}/streams/orders/connections 2025-02-19`,
  ],
  [
    'updateConnection',
    operations.updateConnection(target, 'shop'),
    `PATCH /groups/${groupId}/streams/orders/connections/shop 2025-02-19`,
  ],
  [
    'deleteConnection',
    operations.deleteConnection(target, 'shop'),
    `DELETE /groups/${groupId}/streams/orders/connections/shop 2025-02-19`,
  ],
])('%s', (_, operation, expected) => {
  const [method, path, version] = expected.split(' ');
  expect(operation.method).toBe(method);
  expect(pathOf(operation)).toEqual({ path: `/api/atlas/v2${path}` });
  expect(mediaType(operation)).toBe(`application/vnd.atlas.${version}+json`);
});

describe('names in paths', () => {
  test.each([
    ['a/b', 'a%2Fb'],
    ['../../x', '..%2F..%2Fx'],
    ['a%2Fb', 'a%252Fb'],
    ['%2e%2e', '%252e%252e'],
    ['?#ü b', '%3F%23%C3%BC%20b'],
    ['a\0b', 'a%00b'],
    ['C:\\x', 'C%3A%5Cx'],
    ['...', '...'],
    ['😀', '%F0%9F%98%80'],
    ['x'.repeat(10_000), 'x'.repeat(10_000)],
  ])('%j is encoded', (name, encoded) => {
    expect(pathOf(operations.getConnection(target, name))).toEqual({
      path: `/api/atlas/v2/groups/${groupId}/streams/orders/connections/${encoded}`,
    });
    expect(pathOf(operations.listConnections({ groupId, tenantName: name }))).toEqual({
      path: `/api/atlas/v2/groups/${groupId}/streams/${encoded}/connections`,
    });
  });

  test.each(['', '.', '..', '\ud800'])('%j cannot be one', (name) => {
    expect(pathOf(operations.getConnection(target, name))).toEqual({ unusable: name });
  });
});

test('only the parameters that are wanted are there', () => {
  expect(pathOf(operations.listProjects(), { envelope: true, pretty: false, pageNum: 2 })).toEqual({
    path: '/api/atlas/v2/groups?envelope=true&pageNum=2',
  });
});
