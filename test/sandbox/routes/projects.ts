// Projects, and what each has beside its connections: stream instances, clusters, private links, cloud roles.
import { errorReply } from '../reply.ts';
import { type Instance, type Json, newId } from '../state.ts';
import { list } from './list.ts';
import { byOwner, inInstance, inProject, type Route } from './route.ts';

export const projectRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: 'groups',
    versions: ['2023-01-01'],
    answer: ({ state, query }) => list([...state.projects.values()], query, ({ id, name }) => ({ id, name })),
  },
  {
    method: 'GET',
    pattern: 'groups/{groupId}/clusters',
    versions: ['2023-01-01', '2023-02-01', '2024-08-05'],
    answer: inProject(({ query }, { clusters }) => list(clusters, query, same)),
  },
  {
    method: 'GET',
    pattern: 'groups/{groupId}/cloudProviderAccess',
    versions: ['2023-01-01'],
    answer: byOwner(inProject((_, { cloudProviderAccess }) => ({ status: 200, body: { ...cloudProviderAccess } }))),
  },
  {
    method: 'GET',
    pattern: 'groups/{groupId}/customDBRoles/roles',
    versions: ['2023-01-01'],
    answer: inProject((_, { databaseRoles }) => ({ status: 200, body: JSON.stringify(databaseRoles) })),
  },
  {
    method: 'GET',
    pattern: 'groups/{groupId}/streams',
    versions: ['2023-02-01'],
    answer: inProject(({ query }, { id, instances }) =>
      list([...instances.values()], query, (instance) => shown(instance, id)),
    ),
  },
  {
    method: 'GET',
    pattern: 'groups/{groupId}/streams/privateLinkConnections',
    versions: ['2023-02-01'],
    answer: inProject(({ query }, { privateLinks }) => list(privateLinks, query, same)),
  },
  {
    method: 'GET',
    pattern: 'groups/{groupId}/streams/privateLinkConnections/{id}',
    versions: ['2023-02-01'],
    answer: inProject(({ path: { id = '' } }, { privateLinks }) => {
      const link = privateLinks.find(({ _id }) => _id === id);
      // Which code Atlas gives here is not public.
      return link
        ? { status: 200, body: link }
        : errorReply(404, 'Not Found', 'RESOURCE_NOT_FOUND', `No private link ${id}.`, [id]);
    }),
  },
  {
    method: 'GET',
    pattern: 'groups/{groupId}/streams/{tenantName}/processors',
    versions: ['2024-05-30'],
    answer: inInstance(({ query }, { processors }) => list(processors, query, same)),
  },
];

const same = (item: Json) => item;

function shown({ name, dataProcessRegion }: Instance, groupId: string): Json {
  return { _id: newId(), name, groupId, dataProcessRegion, streamConfig: { tier: 'SP10' } };
}
