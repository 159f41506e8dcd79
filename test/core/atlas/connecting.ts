// What the tests of the client share: a sandbox for each test, clients that are closed after it, what went over the wire.
import { afterEach, beforeEach } from 'vitest';
import {
  type AtlasClient,
  type AtlasClientOptions,
  createAtlasClient,
  type SendOptions,
} from '../../../client/src/core/atlas/atlasClient.ts';
import type { AtlasHost } from '../../../client/src/core/atlas/endpoint.ts';
import type { Exchange } from '../../../client/src/core/atlas/exchange.ts';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import type { Wait } from '../../../client/src/core/atlas/retry.ts';
import { createSandbox, type Sandbox, type SandboxOptions, type SeenRequest } from '../../sandbox/sandbox.ts';
import type { Role } from '../../sandbox/state.ts';

/** A connection that Atlas takes. */
export const body = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };

export const plain: SendOptions = { envelope: false, pretty: false, secrets: [] };

export interface Atlas {
  readonly sandbox: Sandbox;
  /** What the log was told, in order. */
  readonly exchanges: Exchange[];
  /** The waits before new tries; none of them takes time. */
  readonly waits: Wait[];
  /** Starts anew with another sandbox. */
  restart(options: SandboxOptions): Promise<void>;
  credential(kind: AtlasCredential['kind'], role?: Role, host?: string): AtlasCredential;
  /** A client for the credential, or for the owner's of that kind. */
  connect(credential: AtlasCredential | AtlasCredential['kind'], options?: Partial<AtlasClientOptions>): AtlasClient;
  target(tenantName?: string): { groupId: string; tenantName: string };
  /** The path of the connections in `target()`. */
  path(): string;
  create(client: AtlasClient, options?: SendOptions, signal?: AbortSignal): ReturnType<AtlasClient['createConnection']>;
  call(signal?: AbortSignal): { signal: AbortSignal; onWait: (wait: Wait) => void };
  /** Whether a request is the one that creates, and not the one that asks for a token or a challenge. */
  isCreate(request: Pick<SeenRequest, 'method' | 'url' | 'body'>): boolean;
}

/** Call it once in a file or a `describe`: each test gets a sandbox of its own. */
export function useAtlas(): Atlas {
  let sandbox: Sandbox;
  let clients: AtlasClient[];
  const exchanges: Exchange[] = [];
  const waits: Wait[] = [];
  beforeEach(async () => {
    sandbox = await createSandbox();
    clients = [];
    exchanges.length = 0;
    waits.length = 0;
  });
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await sandbox.stop();
  });

  const target = (tenantName = 'orders') => {
    const [project] = sandbox.state.projects.values();
    return { groupId: project?.id ?? '', tenantName };
  };
  const credential: Atlas['credential'] = (kind, role = 'owner', host = sandbox.origin) => {
    const { serviceAccount, apiKey } = sandbox.state.credentials[role];
    return kind === 'serviceAccount'
      ? { kind, host: host as AtlasHost, ...serviceAccount }
      : { kind, host: host as AtlasHost, ...apiKey };
  };
  const call: Atlas['call'] = (signal = new AbortController().signal) => ({
    signal,
    onWait: (wait) => void waits.push(wait),
  });
  return {
    get sandbox() {
      return sandbox;
    },
    exchanges,
    waits,
    restart: async (options) => {
      await sandbox.stop();
      sandbox = await createSandbox(options);
    },
    credential,
    connect: (given, options = {}) => {
      const known = typeof given === 'string' ? credential(given) : given;
      const client = createAtlasClient({
        credential: known,
        url: new URL(known.host),
        userAgent: 'streamconn/test',
        onExchange: (exchange) => void exchanges.push(exchange),
        retry: { pause: async () => undefined, random: () => 0 },
        ...options,
      });
      clients.push(client);
      return client;
    },
    target,
    path: () => `/api/atlas/v2/groups/${target().groupId}/streams/orders/connections`,
    create: (client, options = plain, signal) => client.createConnection(target(), body, options, call(signal)),
    call,
    isCreate: ({ method, url, body: sent }) => method === 'POST' && url.includes('/connections') && sent !== '',
  };
}
