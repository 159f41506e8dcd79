// The Atlas Administration API as far as stream connections need it. The build loads this file on first use.
import type { JsonObject } from '../json.ts';
import { type Operation, operations } from './api.ts';
import { createApiKeySession } from './apiKey.ts';
import type { StreamTarget } from './endpoint.ts';
import type { AtlasCredential, Outcome, SentConnection } from './outcome.ts';
import { createRequests } from './requests.ts';
import * as resources from './resources.ts';
import type { Call, RetryOptions } from './retry.ts';
import { createServiceAccountSession } from './serviceAccount.ts';
import { createTransport, type TransportOptions } from './transport.ts';

/** How a connection is sent. */
export interface SendOptions {
  /** Texts of the body that no outcome shows, should Atlas' answer repeat them. */
  readonly secrets: readonly string[];
  /** Whether it shall wrap its answer, together with the status, in an object. */
  readonly envelope: boolean;
  /** Whether it shall indent its answer. */
  readonly pretty: boolean;
}

type List<T> = Promise<Outcome<readonly T[]>>;

/** Each method waits for Atlas as `Call` says; lists are whole, however many pages they have. */
export interface AtlasClient {
  listProjects(call: Call): List<resources.Project>;
  listClusters(groupId: string, call: Call): List<resources.Cluster>;
  /** Names of the project's own database roles. */
  listDatabaseRoles(groupId: string, call: Call): List<string>;
  listStreamInstances(groupId: string, call: Call): List<resources.StreamInstance>;
  listPrivateLinks(groupId: string, call: Call): List<resources.PrivateLink>;
  getCloudProviderAccess(groupId: string, call: Call): Promise<Outcome<resources.CloudProviderAccess>>;
  /** The processors whose pipeline or options name the connection. */
  listProcessorsUsing(target: StreamTarget, connection: string, call: Call): List<resources.Processor>;
  listConnections(target: StreamTarget, call: Call): List<JsonObject>;
  getConnection(target: StreamTarget, name: string, call: Call): Promise<Outcome<JsonObject>>;
  /** *Create One Stream Connection* with `body` as it is. */
  createConnection(
    target: StreamTarget,
    body: JsonObject,
    options: SendOptions,
    call: Call,
  ): Promise<Outcome<SentConnection>>;
  /** *Update One Stream Connection*: `body` is the whole connection, `type`, `name` and secrets included. */
  updateConnection(
    target: StreamTarget,
    name: string,
    body: JsonObject,
    options: SendOptions,
    call: Call,
  ): Promise<Outcome<SentConnection>>;
  /** Atlas accepts it at once; the connection is gone when `getConnection` is refused with 404. */
  deleteConnection(target: StreamTarget, name: string, call: Call): Promise<Outcome<JsonObject>>;
  /** Signs out and closes every connection, in three seconds at the most. */
  close(): Promise<void>;
}

export interface AtlasClientOptions extends TransportOptions {
  readonly credential: AtlasCredential;
  /** The credential's host as `parseAtlasHost` compared it. */
  readonly url: URL;
  readonly retry?: RetryOptions;
  /** Milliseconds; for tests. */
  readonly now?: () => number;
}

/** Milliseconds for signing out. */
const signOutTimeout = 3_000;

/** A client for the credential's host, signed in when the first request needs it. */
export function createAtlasClient({ credential, url, retry = {}, now, ...options }: AtlasClientOptions): AtlasClient {
  if (url.origin !== credential.host) throw new Error('A credential is sent to its own host only.');
  const transport = createTransport(url, options);
  const session =
    credential.kind === 'serviceAccount'
      ? createServiceAccountSession(transport, credential, now)
      : createApiKeySession(transport, credential);
  const { run, listAll, listWhole } = createRequests(session, retry);
  const list = async <T>(operation: Operation, call: Call, toItem: (item: JsonObject) => T): List<T> =>
    map(await listAll(operation, call), (items) => items.map(toItem));
  const send = async (operation: Operation, body: JsonObject, { envelope, pretty, secrets }: SendOptions, call: Call) =>
    map(await run(operation, call, { body, query: { envelope, pretty }, secrets, fits: isConnection }), toSent);

  return {
    listProjects: (call) => list(operations.listProjects(), call, resources.toProject),
    listClusters: (groupId, call) => list(operations.listClusters(groupId), call, resources.toCluster),
    listDatabaseRoles: async (groupId, call) =>
      map(await listWhole(operations.listDatabaseRoles(groupId), call), (roles) => roles.map(resources.toDatabaseRole)),
    listStreamInstances: (groupId, call) =>
      list(operations.listStreamInstances(groupId), call, resources.toStreamInstance),
    listPrivateLinks: (groupId, call) => list(operations.listPrivateLinks(groupId), call, resources.toPrivateLink),
    getCloudProviderAccess: async (groupId, call) =>
      map(
        await run(operations.listCloudProviderAccess(groupId), call, { fits: resources.isCloudProviderAccess }),
        resources.toCloudProviderAccess,
      ),
    listProcessorsUsing: async (target, connection, call) =>
      map(await list(operations.listProcessors(target), call, resources.toProcessor), (all) =>
        all.filter(({ connections }) => connections.includes(connection)),
      ),
    listConnections: (target, call) => listAll(operations.listConnections(target), call),
    getConnection: (target, name, call) => run(operations.getConnection(target, name), call, { fits: isConnection }),
    createConnection: (target, body, sendOptions, call) =>
      send(operations.createConnection(target), body, sendOptions, call),
    updateConnection: (target, name, body, sendOptions, call) =>
      send(operations.updateConnection(target, name), body, sendOptions, call),
    deleteConnection: (target, name, call) => run(operations.deleteConnection(target, name), call),
    close: async () => {
      await session.end(AbortSignal.timeout(signOutTimeout));
      await transport.close();
    },
  };
}

function map<T, R>(outcome: Outcome<T>, toResult: (value: T) => R): Outcome<R> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: toResult(outcome.value) } : outcome;
}

function isConnection({ name }: JsonObject): boolean {
  return typeof name === 'string';
}

function toSent(connection: JsonObject): SentConnection {
  const { state } = connection;
  return { connection, state: typeof state === 'string' ? state : undefined };
}
