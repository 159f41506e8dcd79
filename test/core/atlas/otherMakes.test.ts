// Signing in at servers that we did not write: Digest as the package http-auth has it, OAuth as oidc-provider has it.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { digest } from 'http-auth';
import Provider from 'oidc-provider';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type AtlasClient, createAtlasClient } from '../../../client/src/core/atlas/atlasClient.ts';
import type { AtlasHost } from '../../../client/src/core/atlas/endpoint.ts';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';

const body = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };
const target = { groupId: '32b6e34b3d91647abb20e7b8', tenantName: 'orders' };
const plain = { envelope: false, pretty: false, secrets: [] };
const call = { signal: new AbortController().signal };
const realm = 'MMS Public API';

let server: Server;
let client: AtlasClient;

afterEach(async () => {
  await client.close();
  await new Promise((resolve) => server.close(resolve));
});

async function listen(listener: RequestListener): Promise<AtlasHost> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` as AtlasHost;
}

function connect(credential: AtlasCredential): AtlasClient {
  const options = { userAgent: 'streamconn/test', onExchange: () => undefined };
  client = createAtlasClient({ credential, url: new URL(credential.host), ...options });
  return client;
}

const create = (credential: AtlasCredential) => connect(credential).createConnection(target, body, plain, call);

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

describe('Digest by http-auth', () => {
  const users = digest({ realm }, (username, callback) =>
    callback(createHash('md5').update(`${username}:${realm}:hunter2`).digest('hex')),
  );
  const start = () =>
    listen(
      users.check((request, response) => {
        let text = '';
        request.on('data', (part) => {
          text += part;
        });
        request.on('end', () => json(response, 200, { ...JSON.parse(text || '{}'), path: request.url }));
      }),
    );

  test('the right key creates; the body and the whole path are what was signed', async () => {
    const host = await start();
    expect(await create({ kind: 'apiKey', host, publicKey: 'abcdefgh', privateKey: 'hunter2' })).toMatchObject({
      kind: 'ok',
      value: { connection: { ...body, path: `/api/atlas/v2/groups/${target.groupId}/streams/orders/connections` } },
    });
    // The second request answers the same nonce, counted on.
    const again = { ...plain, envelope: true };
    expect(await client.createConnection(target, body, again, call)).toMatchObject({
      value: { connection: { path: expect.stringMatching(/\?envelope=true$/) } },
    });
  });

  test('the wrong key does not', async () => {
    const host = await start();
    expect(await create({ kind: 'apiKey', host, publicKey: 'abcdefgh', privateKey: 'wrong' })).toMatchObject({
      kind: 'refused',
      error: { status: 401 },
    });
  });
});

describe('OAuth by oidc-provider', () => {
  const clientId = 'mdb_sa_id_0123456789abcdef01234567';
  const clientSecret = 'mdb_sa_sk_hunter2-hunter2_hunter2';

  /** Its endpoints lie where Atlas has them; everything else asks for a token that it has issued. */
  async function start(): Promise<{ host: AtlasHost; liveToken: () => Promise<boolean> }> {
    // It says at length that keeping tokens in memory is not for production.
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(console, 'info').mockReturnValue();
    let provider: Provider | undefined;
    let last = '';
    const host = await listen(async (request, response) => {
      if (request.url?.startsWith('/api/oauth/')) return provider?.callback()(request, response);
      last = request.headers.authorization?.replace('Bearer ', '') ?? '';
      const token = await provider?.ClientCredentials.find(last);
      return token ? json(response, 200, { ...body, clientId: token.clientId }) : json(response, 401, { error: 401 });
    });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    provider = new Provider(host, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        },
      ],
      features: {
        clientCredentials: { enabled: true },
        revocation: { enabled: true },
        devInteractions: { enabled: false },
      },
      routes: { token: '/api/oauth/token', revocation: '/api/oauth/revoke' },
      ttl: { ClientCredentials: 3600 },
      jwks: { keys: [privateKey.export({ format: 'jwk' })] },
      cookies: { keys: ['test'] },
    });
    return { host, liveToken: async () => (await provider?.ClientCredentials.find(last)) !== undefined };
  }

  test('the right secret gets a token that creates, and that closing revokes', async () => {
    const { host, liveToken } = await start();
    expect(await create({ kind: 'serviceAccount', host, clientId, clientSecret })).toMatchObject({
      kind: 'ok',
      value: { connection: { clientId } },
    });
    expect(await liveToken()).toBe(true);
    await client.close();
    expect(await liveToken()).toBe(false);
  });

  test('the wrong secret gets none', async () => {
    const { host } = await start();
    expect(await create({ kind: 'serviceAccount', host, clientId, clientSecret: 'wrong' })).toEqual({
      kind: 'notSignedIn',
      code: 'not-accepted',
    });
  });
});
