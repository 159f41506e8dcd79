// The query parameters of each operation, as the official document lists them.

const always = ['envelope', 'pretty'];
const paged = [...always, 'itemsPerPage', 'pageNum'];
const counted = [...paged, 'includeCount'];

const streams = 'groups/{groupId}/streams';
const connections = `${streams}/{tenantName}/connections`;

/** By method and path below /api/atlas/v2; any other parameter is refused. */
export const parametersOf: Readonly<Record<string, readonly string[]>> = {
  'GET groups': counted,
  'GET groups/{groupId}/clusters': [...counted, 'includeDeletedWithRetainedBackups'],
  'GET groups/{groupId}/cloudProviderAccess': always,
  'GET groups/{groupId}/customDBRoles/roles': always,
  [`GET ${streams}`]: paged,
  [`GET ${streams}/privateLinkConnections`]: paged,
  [`GET ${streams}/privateLinkConnections/{id}`]: always,
  [`GET ${streams}/{tenantName}/processors`]: counted,
  [`GET ${connections}`]: paged,
  [`POST ${connections}`]: always,
  [`GET ${connections}/{name}`]: always,
  [`PATCH ${connections}/{name}`]: always,
  [`DELETE ${connections}/{name}`]: always,
};
