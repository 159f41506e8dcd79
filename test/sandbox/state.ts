// What the sandbox Atlas holds: credentials, projects, stream instances and connections.
import { randomBytes, randomUUID } from 'node:crypto';

export type Json = Record<string, unknown>;

export interface Instance {
  readonly name: string;
  readonly dataProcessRegion: { readonly cloudProvider: string; readonly region: string };
  readonly connections: Map<string, Json>;
}

export interface SandboxProject {
  readonly id: string;
  readonly name: string;
  readonly instances: Map<string, Instance>;
}

/** What a credential may do: an owner creates, a reader only looks. */
export type Role = 'owner' | 'reader';

export interface SandboxCredentials {
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string };
  readonly apiKey: { readonly publicKey: string; readonly privateKey: string };
}

export interface State {
  readonly credentials: Readonly<Record<Role, SandboxCredentials>>;
  readonly projects: Map<string, SandboxProject>;
}

/** Two projects with three instances, and fresh credentials for each role. */
export function createState(): State {
  const shop = project('Shop', [
    instance('orders', 'VIRGINIA_USA', [{ type: 'Sample', name: 'sample_stream_solar' }]),
    instance('payments', 'DUBLIN_IRL', []),
  ]);
  const weather = project('Weather', [instance('stations', 'OREGON_USA', [])]);
  return {
    credentials: { owner: credentials(), reader: credentials() },
    projects: new Map([shop, weather].map((entry) => [entry.id, entry])),
  };
}

/** An id as Atlas makes them: 24 hexadecimal digits. */
export function newId(): string {
  return randomBytes(12).toString('hex');
}

function credentials(): SandboxCredentials {
  return {
    serviceAccount: {
      clientId: `mdb_sa_id_${newId()}`,
      clientSecret: `mdb_sa_sk_${randomBytes(24).toString('base64url')}`,
    },
    apiKey: { publicKey: randomBytes(5).toString('base64url').toLowerCase(), privateKey: randomUUID() },
  };
}

function project(name: string, instances: readonly Instance[]): SandboxProject {
  return { id: newId(), name, instances: new Map(instances.map((entry) => [entry.name, entry])) };
}

function instance(name: string, region: string, connections: readonly Json[]): Instance {
  const entries = connections.map(
    (connection) => [String(connection.name), { ...connection, id: newId(), state: 'READY' }] as const,
  );
  return { name, dataProcessRegion: { cloudProvider: 'AWS', region }, connections: new Map(entries) };
}
