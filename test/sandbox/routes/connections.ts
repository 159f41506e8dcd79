// The connections of a stream instance: list, create, get, change, delete.
import { isDeepStrictEqual } from 'node:util';
import { changedState, firstState, isHidden, look, put } from '../lifecycle.ts';
import { type Reply, refusals } from '../reply.ts';
import { findProblem, needsSetUp, toConnection } from '../rules.ts';
import { type Instance, type Json, newId } from '../state.ts';
import { list } from './list.ts';
import { type ApiRequest, byOwner, inInstance, type Route } from './route.ts';

const all = 'groups/{groupId}/streams/{tenantName}/connections';
const one = `${all}/{name}`;
const versions = ['2023-02-01'];

export const connectionRoutes: readonly Route[] = [
  { method: 'GET', pattern: all, versions, answer: inInstance(listAll) },
  { method: 'POST', pattern: all, versions, answer: byOwner(inInstance(create)) },
  { method: 'GET', pattern: one, versions, answer: inInstance(get) },
  { method: 'PATCH', pattern: one, versions, answer: byOwner(inInstance(change)) },
  { method: 'DELETE', pattern: one, versions, answer: byOwner(inInstance(remove)) },
];

function listAll({ state, query }: ApiRequest, instance: Instance): Reply {
  const seen = [...instance.connections.keys()].filter((name) => !isHidden(state, name));
  return list(seen, query, (name) => look(state, instance, name) ?? {});
}

function create({ state, body }: ApiRequest, { connections, dataProcessRegion }: Instance): Reply {
  const parsed = parse(body);
  if (!parsed) return refusals.notJson;
  const problem = findProblem(parsed);
  if (problem) return refusals.invalid(problem);
  const name = String(parsed.name);
  if (connections.has(name)) return refusals.nameExists(name);
  const first = firstState(state.fates.get(name) ?? {}, needsSetUp(parsed));
  const connection = toConnection(parsed, newId(), dataProcessRegion.region, first);
  connections.set(name, connection);
  return { status: 200, body: connection };
}

function get(request: ApiRequest, instance: Instance): Reply {
  const { state, path } = request;
  const connection = look(state, instance, path.name ?? '');
  return connection ? { status: 200, body: connection } : missing(request, instance);
}

function change(request: ApiRequest, instance: Instance): Reply {
  const { state, path, body } = request;
  const name = path.name ?? '';
  const present = instance.connections.get(name);
  if (!present || present.state === 'DELETING' || isHidden(state, name)) return missing(request, instance);
  const parsed = parse(body);
  if (!parsed) return refusals.notJson;
  if (parsed.type === undefined) return refusals.invalid('Missing type.');
  const moved = ['type', 'name'].find((key) => parsed[key] !== undefined && parsed[key] !== present[key]);
  if (moved) return refusals.readOnly(moved);
  const rewired = ['networking', 'publicPrivateNetworking'].some(
    (key) => parsed[key] !== undefined && !isDeepStrictEqual(parsed[key], present[key] ?? publicAccess),
  );
  if (rewired) return refusals.networkingFixed(name, instance.name);
  const merged = { ...present, ...parsed };
  const problem = findProblem(merged);
  if (problem) return refusals.invalid(problem);
  if (isUsed(instance, name)) return refusals.inUse(name, instance.name);
  const { id, region } = present;
  const next = changedState(state.fates.get(name) ?? {}, present);
  const changed = toConnection(merged, String(id), String(region), next);
  put(state, instance, name, changed);
  const { state: _, ...shown } = changed;
  return { status: 200, body: shown };
}

const publicAccess = { access: { type: 'PUBLIC' } };

function remove(request: ApiRequest, instance: Instance): Reply {
  const { state, path } = request;
  const name = path.name ?? '';
  const present = instance.connections.get(name);
  if (!present || isHidden(state, name)) return missing(request, instance);
  if (isUsed(instance, name)) return refusals.inUse(name, instance.name);
  if (present.type === 'Kafka' && present.state === 'PENDING') {
    look(state, instance, name);
    return refusals.deploying(name);
  }
  put(state, instance, name, { ...present, state: 'DELETING' });
  return { status: 202, body: {} };
}

function missing({ path: { name = '', groupId = '' } }: ApiRequest, instance: Instance): Reply {
  return refusals.noConnection(name, groupId, instance.name);
}

/** Whether a running processor names the connection, in any stage of its pipeline or in its options. */
function isUsed({ processors }: Instance, name: string): boolean {
  return processors.some(
    ({ state, pipeline, options }) => state === 'STARTED' && (names(pipeline, name) || names(options, name)),
  );
}

function names(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => (key === 'connectionName' ? part === name : names(part, name)));
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}
