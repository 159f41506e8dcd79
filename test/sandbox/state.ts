// What the sandbox Atlas holds: credentials, and the projects with everything in them.
import { createHash, randomBytes } from 'node:crypto';
import type { Fate } from './lifecycle.ts';
import { fillShop } from './seeds.ts';

export type Json = Record<string, unknown>;

export interface Instance {
  readonly name: string;
  readonly dataProcessRegion: { readonly cloudProvider: string; readonly region: string };
  /** As a GET shows them, by name. */
  readonly connections: Map<string, Json>;
  readonly processors: Json[];
}

export interface SandboxProject {
  readonly id: string;
  readonly name: string;
  readonly instances: Map<string, Instance>;
  readonly clusters: Json[];
  readonly privateLinks: Json[];
  readonly databaseRoles: Json[];
  readonly cloudProviderAccess: {
    readonly awsIamRoles: Json[];
    readonly azureServicePrincipals: Json[];
    readonly gcpServiceAccounts: Json[];
  };
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
  /** What a test has decided about connections, by their names, before it creates them. */
  readonly fates: Map<string, Fate>;
}

/**
 * Two projects with three instances, and credentials for each role. They are fresh, unless a `seed` makes them the same
 * in every run, so that a credential from before is still right.
 */
export function createState(seed?: string): State {
  let count = 0;
  const bytes: Bytes = (length) =>
    seed === undefined
      ? randomBytes(length)
      : createHash('sha256').update(`${seed} ${count++}`).digest().subarray(0, length);
  const shop = project(bytes, 'Shop', [instance('orders', 'VIRGINIA_USA'), instance('payments', 'DUBLIN_IRL')]);
  const weather = project(bytes, 'Weather', [instance('stations', 'OREGON_USA')]);
  const state: State = {
    credentials: { owner: credentials(bytes), reader: credentials(bytes) },
    projects: new Map([shop, weather].map((entry) => [entry.id, entry])),
    fates: new Map(),
  };
  fillShop(shop, () => bytes(12).toString('hex'));
  return state;
}

/** At most 32 bytes. */
type Bytes = (length: number) => Buffer;

/** An id as Atlas makes them: 24 hexadecimal digits. */
export function newId(): string {
  return randomBytes(12).toString('hex');
}

function credentials(bytes: Bytes): SandboxCredentials {
  return {
    serviceAccount: {
      clientId: `mdb_sa_id_${bytes(12).toString('hex')}`,
      clientSecret: `mdb_sa_sk_${bytes(24).toString('base64url')}`,
    },
    apiKey: { publicKey: bytes(4).toString('hex'), privateKey: bytes(16).toString('hex') },
  };
}

function project(bytes: Bytes, name: string, instances: readonly Instance[]): SandboxProject {
  return {
    id: bytes(12).toString('hex'),
    name,
    instances: new Map(instances.map((entry) => [entry.name, entry])),
    clusters: [],
    privateLinks: [],
    databaseRoles: [],
    cloudProviderAccess: { awsIamRoles: [], azureServicePrincipals: [], gcpServiceAccounts: [] },
  };
}

function instance(name: string, region: string): Instance {
  return { name, dataProcessRegion: { cloudProvider: 'AWS', region }, connections: new Map(), processors: [] };
}
