// The sandbox' resources: projects, stream instances and their connections.
import { type Reply, refusals } from './reply.ts';
import { findProblem, toConnection } from './rules.ts';
import { type Instance, type Json, newId, type Role, type State } from './state.ts';

export interface ApiRequest {
  readonly method: string;
  /** Segments below /api/atlas/v2, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly body: string;
  readonly role: Role;
}

/** Answers one request of somebody who is signed in. */
export function answer(state: State, request: ApiRequest): Reply {
  const { method, segments, query } = request;
  const [groups, groupId = '', streams, tenantName = '', connections, connectionName] = segments;
  if (groups !== 'groups') return refusals.notFound;
  if (segments.length === 1)
    return list(
      [...state.projects.values()].map(({ id, name }) => ({ id, name })),
      query,
    );
  const project = state.projects.get(groupId);
  // Who may do something is asked before what it is done to, so an unknown project is a 401 as well.
  if (!project) return refusals.unauthorized;
  if (streams !== 'streams') return refusals.notFound;
  if (segments.length === 3)
    return list(
      [...project.instances.values()].map((entry) => shown(entry, groupId)),
      query,
    );
  const instance = project.instances.get(tenantName);
  if (!instance) return refusals.noInstance(groupId, tenantName);
  if (connections !== 'connections') return refusals.notFound;
  if (connectionName !== undefined) return one(request, instance, connectionName);
  if (method === 'GET') return list([...instance.connections.values()], query);
  return method === 'POST' ? create(request, instance) : refusals.notFound;
}

function shown({ name, dataProcessRegion }: Instance, groupId: string): Json {
  return { _id: newId(), name, groupId, dataProcessRegion, streamConfig: { tier: 'SP10' } };
}

function list(all: readonly Json[], query: URLSearchParams): Reply {
  const size = Math.min(Number(query.get('itemsPerPage') ?? 100), 500);
  const from = (Number(query.get('pageNum') ?? 1) - 1) * size;
  return { status: 200, body: { links: [], results: all.slice(from, from + size), totalCount: all.length } };
}

function create({ role, body }: ApiRequest, instance: Instance): Reply {
  if (role !== 'owner') return refusals.forbidden;
  const parsed = parse(body);
  if (!parsed) return refusals.notJson;
  const problem = findProblem(parsed);
  if (problem) return refusals.invalid(problem);
  const name = String(parsed.name);
  if (instance.connections.has(name)) return refusals.nameExists(name);
  const connection = toConnection(parsed, newId(), instance.dataProcessRegion.region);
  instance.connections.set(name, connection);
  return { status: 200, body: connection };
}

function one({ method, segments }: ApiRequest, { name, connections }: Instance, connectionName: string): Reply {
  const connection = connections.get(connectionName);
  if (!connection) return refusals.noConnection(connectionName, segments[1] ?? '', name);
  if (method !== 'GET') return refusals.notFound;
  // What Atlas sets up is ready when it is looked at for the first time.
  const { state: seen } = connection;
  if (seen === 'PENDING') connections.set(connectionName, { ...connection, state: 'READY' });
  return { status: 200, body: connection };
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}
