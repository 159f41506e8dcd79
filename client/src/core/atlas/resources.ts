// What the client makes of Atlas' objects: the parts that stream connections need.
import { type JsonObject, toObject } from '../json.ts';

export interface Project {
  readonly id: string;
  readonly name: string;
}

export interface Cluster {
  readonly name: string;
  /** Such as `IDLE` or `CREATING`; undefined where Atlas does not say. */
  readonly state: string | undefined;
  readonly paused: boolean;
}

export interface StreamInstance {
  readonly name: string;
  /** Provider and region of the data processing, such as `AWS VIRGINIA_USA`. */
  readonly region: string | undefined;
}

/** A private link connection: what `networking.access.connectionId` names. */
export interface PrivateLink {
  readonly id: string;
  readonly provider: string | undefined;
  /** `GENERIC` where Atlas leaves it out. */
  readonly vendor: string;
  readonly region: string | undefined;
  /** Usable once it is `DONE`. */
  readonly state: string | undefined;
  readonly error: string | undefined;
}

/** Who of the cloud providers Atlas may act as in a project. */
export interface CloudProviderAccess {
  /** ARNs of the AWS IAM roles. */
  readonly awsRoles: readonly string[];
  /** Ids of the Azure service principals. */
  readonly azureServicePrincipals: readonly string[];
  /** Addresses of the Google service accounts. */
  readonly gcpServiceAccounts: readonly string[];
}

export interface Processor {
  readonly name: string;
  /** Such as `STARTED` or `STOPPED`. */
  readonly state: string | undefined;
  /** Names of the connections that its pipeline and options speak of. */
  readonly connections: readonly string[];
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function toProject({ id, name }: JsonObject): Project {
  return { id: String(id), name: String(name) };
}

export function toCluster({ name, stateName, paused }: JsonObject): Cluster {
  return { name: String(name), state: textOf(stateName), paused: paused === true };
}

/** The name of a role of the project's own. */
export function toDatabaseRole({ roleName }: JsonObject): string {
  return String(roleName);
}

export function toStreamInstance({ name, dataProcessRegion }: JsonObject): StreamInstance {
  const { cloudProvider, region } = toObject(dataProcessRegion) ?? {};
  return { name: String(name), region: region ? `${cloudProvider ?? ''} ${region}`.trim() : undefined };
}

export function toPrivateLink({ _id, provider, vendor, region, state, errorMessage }: JsonObject): PrivateLink {
  return {
    id: String(_id),
    provider: textOf(provider),
    vendor: textOf(vendor) ?? 'GENERIC',
    region: textOf(region),
    state: textOf(state),
    error: textOf(errorMessage),
  };
}

/** Whether an answer has at least one of the lists that `toCloudProviderAccess` reads. */
export function isCloudProviderAccess({
  awsIamRoles,
  azureServicePrincipals,
  gcpServiceAccounts,
}: JsonObject): boolean {
  return [awsIamRoles, azureServicePrincipals, gcpServiceAccounts].some(Array.isArray);
}

export function toCloudProviderAccess(answer: JsonObject): CloudProviderAccess {
  const all = (list: string, key: string) => {
    const items = answer[list];
    return (Array.isArray(items) ? items : []).flatMap((item) => textOf(toObject(item)?.[key]) ?? []);
  };
  return {
    awsRoles: all('awsIamRoles', 'iamAssumedRoleArn'),
    azureServicePrincipals: all('azureServicePrincipals', 'servicePrincipalId'),
    gcpServiceAccounts: all('gcpServiceAccounts', 'gcpServiceAccountForAtlas'),
  };
}

export function toProcessor({ name, state, pipeline, options }: JsonObject): Processor {
  return {
    name: String(name),
    state: textOf(state),
    connections: [...new Set(connectionNames([pipeline, options]))],
  };
}

/** Stages name a connection by the key `connectionName`, at whatever depth. */
function connectionNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(connectionNames);
  return Object.entries(toObject(value) ?? {}).flatMap(([key, item]) =>
    key === 'connectionName' ? (textOf(item) ?? []) : connectionNames(item),
  );
}
