// The operations of the Atlas Administration API that stream connections need: method, path and version of each.
import type { StreamTarget } from './endpoint.ts';
import type { HttpRequest } from './transport.ts';

export interface Operation {
  readonly method: HttpRequest['method'];
  /** Below /api/atlas/v2, not encoded. */
  readonly segments: readonly string[];
  /** Date of the resource version; Atlas serves the newest one that is not later. */
  readonly version: string;
}

/** The date that the reference page of *Create One Stream Connection* names. */
export const connectionVersion = '2025-02-19';

const operation = (method: Operation['method'], version: string, ...segments: string[]): Operation => ({
  method,
  segments,
  version,
});

const instance = ({ groupId, tenantName }: StreamTarget) => ['groups', groupId, 'streams', tenantName];

const onConnections = (method: Operation['method'], target: StreamTarget, ...name: string[]) =>
  operation(method, connectionVersion, ...instance(target), 'connections', ...name);

export const operations = {
  listProjects: () => operation('GET', '2023-01-01', 'groups'),
  listClusters: (groupId: string) => operation('GET', '2024-08-05', 'groups', groupId, 'clusters'),
  listCloudProviderAccess: (groupId: string) =>
    operation('GET', '2023-01-01', 'groups', groupId, 'cloudProviderAccess'),
  listDatabaseRoles: (groupId: string) => operation('GET', '2023-01-01', 'groups', groupId, 'customDBRoles', 'roles'),
  listStreamInstances: (groupId: string) => operation('GET', '2023-02-01', 'groups', groupId, 'streams'),
  listPrivateLinks: (groupId: string) =>
    operation('GET', '2023-02-01', 'groups', groupId, 'streams', 'privateLinkConnections'),
  listProcessors: (target: StreamTarget) => operation('GET', '2024-05-30', ...instance(target), 'processors'),
  listConnections: (target: StreamTarget) => onConnections('GET', target),
  getConnection: (target: StreamTarget, name: string) => onConnections('GET', target, name),
  createConnection: (target: StreamTarget) => onConnections('POST', target),
  updateConnection: (target: StreamTarget, name: string) => onConnections('PATCH', target, name),
  deleteConnection: (target: StreamTarget, name: string) => onConnections('DELETE', target, name),
} as const;

export function mediaType({ version }: Operation): string {
  return `application/vnd.atlas.${version}+json`;
}

export type Query = Readonly<Record<string, string | number | boolean>>;

/**
 * The path of an operation, its segments encoded, with the query parameters that are not false; or the name that cannot be
 * a segment: dots alone would lead elsewhere, however they are encoded.
 */
export function pathOf({ segments }: Operation, query: Query = {}): { path: string } | { unusable: string } {
  const unusable = segments.find((segment) => /^\.{0,2}$/.test(segment) || !segment.isWellFormed());
  if (unusable !== undefined) return { unusable };
  const path = `/api/atlas/v2/${segments.map(encodeURIComponent).join('/')}`;
  const parameters = Object.entries(query).filter(([, value]) => value !== false);
  const search = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return { path: search ? `${path}?${search}` : path };
}
