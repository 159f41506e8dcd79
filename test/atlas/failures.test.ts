// The client against the sandbox, over real HTTP: the exact requests, and every way in which they fail.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AtlasClient, type AtlasClientOptions, createAtlasClient } from '../../client/src/atlas/atlasClient.ts';
import type { AtlasHost } from '../../client/src/atlas/endpoint.ts';
import type { AtlasCredential } from '../../client/src/atlas/outcome.ts';
import type { Exchange } from '../../client/src/atlas/transport.ts';
import { errorReply, refusals } from '../sandbox/reply.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { Role } from '../sandbox/state.ts';

const body = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };
const plain = { envelope: false, pretty: false };
const isPost = ({ url }: { url: string }) => url.includes('/connections');

let sandbox: Sandbox;
let exchanges: Exchange[];
let clients: AtlasClient[];

beforeEach(async () => {
  sandbox = await createSandbox();
  exchanges = [];
  clients = [];
});

afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await sandbox.stop();
});

function credential(kind: AtlasCredential['kind'], role: Role = 'owner', host = sandbox.origin): AtlasCredential {
  const { serviceAccount, apiKey } = sandbox.state.credentials[role];
  return kind === 'serviceAccount'
    ? { kind, host: host as AtlasHost, ...serviceAccount }
    : { kind, host: host as AtlasHost, ...apiKey };
}

function connect(options: Partial<AtlasClientOptions> & { credential: AtlasCredential }): AtlasClient {
  const onExchange = (exchange: Exchange) => void exchanges.push(exchange);
  const client = createAtlasClient({ userAgent: 'streamconn/test', onExchange, ...options });
  clients.push(client);
  return client;
}

function target(name = 'orders') {
  const [project] = sandbox.state.projects.values();
  return { host: sandbox.origin as AtlasHost, groupId: project?.id ?? '', tenantName: name };
}

function create(client: AtlasClient, options = plain, signal = new AbortController().signal) {
  return client.createConnection(target(), body, options, signal);
}

const path = () => `/api/atlas/v2/groups/${target().groupId}/streams/orders/connections`;

describe('the request of the reference page', () => {
  test('with a service account', async () => {
    expect(await create(connect({ credential: credential('serviceAccount') }))).toMatchObject({
      kind: 'created',
      state: 'READY',
      connection: { name: 'shop', region: 'VIRGINIA_USA' },
    });
    const [token, post] = sandbox.requests;
    const { clientId, clientSecret } = sandbox.state.credentials.owner.serviceAccount;
    expect(token).toMatchObject({
      method: 'POST',
      url: '/api/oauth/token',
      headers: {
        authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    expect(post).toMatchObject({
      method: 'POST',
      url: path(),
      headers: {
        accept: 'application/vnd.atlas.2025-02-19+json',
        'content-type': 'application/json',
        'user-agent': 'streamconn/test',
        authorization: expect.stringMatching(/^Bearer /),
      },
      body: JSON.stringify(body),
    });
    expect(sandbox.requests).toHaveLength(2);
  });

  test.each(['MD5', 'SHA-256'] as const)(
    'with an API key, Digest by %s: first without a body, then signed',
    async (digest) => {
      await sandbox.stop();
      sandbox = await createSandbox({ digest });
      expect((await create(connect({ credential: credential('apiKey') }))).kind).toBe('created');
      const [first, second] = sandbox.requests;
      expect(first).toMatchObject({ method: 'POST', url: path(), body: '', headers: { 'content-length': '0' } });
      expect(first?.headers.authorization).toBeUndefined();
      expect(second).toMatchObject({
        method: 'POST',
        url: path(),
        body: JSON.stringify(body),
        headers: {
          authorization: expect.stringContaining(`algorithm=${digest}`),
          accept: 'application/vnd.atlas.2025-02-19+json',
        },
      });
    },
  );

  test('envelope and pretty are parameters only when they are wanted, and an enveloped answer is read', async () => {
    const client = connect({ credential: credential('serviceAccount') });
    expect(await create(client, { envelope: true, pretty: true })).toMatchObject({
      kind: 'created',
      connection: { name: 'shop' },
    });
    expect(sandbox.requests.at(-1)?.url).toBe(`${path()}?envelope=true&pretty=true`);
    expect(await create(client, { envelope: true, pretty: false })).toMatchObject({
      kind: 'refused',
      error: { status: 409 },
    });
  });
});

describe('signing in', () => {
  test('one token serves many requests, also those that start at once', async () => {
    const client = connect({ credential: credential('serviceAccount') });
    const { signal } = new AbortController();
    await Promise.all([client.listProjects(signal), client.listProjects(signal), client.listProjects(signal)]);
    expect(sandbox.requests.filter(({ url }) => url === '/api/oauth/token')).toHaveLength(1);
  });

  test('a token is renewed a minute before its end', async () => {
    let time = 0;
    const client = connect({ credential: credential('serviceAccount'), now: () => time });
    const { signal } = new AbortController();
    const tokens = async () => {
      await client.listProjects(signal);
      return sandbox.requests.filter(({ url }) => url === '/api/oauth/token').length;
    };
    expect(await tokens()).toBe(1);
    time = 3_539_000;
    expect(await tokens()).toBe(1);
    time = 3_541_000;
    expect(await tokens()).toBe(2);
  });

  test('a token that Atlas has forgotten is renewed once', async () => {
    const client = connect({ credential: credential('serviceAccount') });
    await client.listProjects(new AbortController().signal);
    sandbox.signIn.expireAll();
    expect((await create(client)).kind).toBe('created');
  });

  test('a nonce is used again, counted; a stale one is replaced', async () => {
    const client = connect({ credential: credential('apiKey') });
    const { signal } = new AbortController();
    await client.listProjects(signal);
    await client.listProjects(signal);
    const counts = sandbox.requests.map(({ headers }) => /nc=(\d+)/.exec(String(headers.authorization))?.[1]);
    expect(counts).toEqual([undefined, '00000001', '00000002']);
    sandbox.signIn.expireAll();
    expect((await client.listProjects(signal)).kind).toBe('ok');
  });

  test('closing revokes the token', async () => {
    const client = connect({ credential: credential('serviceAccount') });
    await client.listProjects(new AbortController().signal);
    expect(sandbox.signIn.liveTokens).toBe(1);
    await client.close();
    clients = [];
    expect(sandbox.signIn.liveTokens).toBe(0);
  });

  test('a wrong client secret', async () => {
    const wrong = { ...credential('serviceAccount'), clientSecret: 'wrong' } as AtlasCredential;
    expect(await create(connect({ credential: wrong }))).toEqual({
      kind: 'notSignedIn',
      reason: 'Atlas does not accept this client id and client secret.',
    });
  });

  test('a wrong private key is tried once', async () => {
    const wrong = { ...credential('apiKey'), privateKey: 'wrong' } as AtlasCredential;
    expect(await create(connect({ credential: wrong }))).toMatchObject({ kind: 'refused', error: { status: 401 } });
    expect(sandbox.requests).toHaveLength(2);
  });

  test.each(['Basic realm="x"', 'Digest realm="x", nonce="n", qop="auth", algorithm=SHA-512-256'])(
    'no other way of signing in is taken: %s',
    async (header) => {
      sandbox.fault({ kind: 'reply', reply: { ...refusals.unauthorized, headers: { 'www-authenticate': header } } });
      expect(await create(connect({ credential: credential('apiKey') }))).toMatchObject({ kind: 'notSignedIn' });
      expect(sandbox.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    },
  );
});

describe.each(['serviceAccount', 'apiKey'] as const)('what goes wrong, with %s', (kind) => {
  const client = (role: Role = 'owner') => connect({ credential: credential(kind, role), timeout: 200 });
  /** The fault meets the request that would create, not the one that asks for a token or a challenge. */
  const whenSent = ({ url, body: sent }: { url: string; body: string }) => isPost({ url }) && sent !== '';

  test('403: a role that may not', async () => {
    expect(await create(client('reader'))).toMatchObject({
      kind: 'refused',
      error: { status: 403, errorCode: 'USER_UNAUTHORIZED' },
    });
  });

  test('404: no such instance', async () => {
    const { signal } = new AbortController();
    expect(await client().createConnection(target('none'), body, plain, signal)).toMatchObject({
      kind: 'refused',
      error: { status: 404, errorCode: 'STREAM_TENANT_NOT_FOUND_FOR_NAME', parameters: [target().groupId, 'none'] },
    });
  });

  test('409: the name exists', async () => {
    const open = client();
    await create(open);
    expect(await create(open)).toMatchObject({
      kind: 'refused',
      error: {
        status: 409,
        errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS',
        detail: expect.stringContaining('shop'),
      },
    });
  });

  test('400, with Atlas’ words', async () => {
    const { signal } = new AbortController();
    const faulty = { type: 'Kafka', name: 'k', bootstrapServers: 'localhost:9092', authentication: {}, security: {} };
    expect(await client().createConnection(target(), faulty, plain, signal)).toMatchObject({
      error: {
        status: 400,
        errorCode: 'VALIDATION_ERROR',
        detail: expect.stringMatching(/Invalid bootstrapServers\.$/),
      },
    });
  });

  test('429, with how long to wait', async () => {
    const reply = {
      ...errorReply(429, 'Too Many Requests', 'RATE_LIMITED', 'Slow down.'),
      headers: { 'retry-after': '7' },
    };
    sandbox.fault({ kind: 'reply', reply }, whenSent);
    expect(await create(client())).toMatchObject({ error: { status: 429, retryAfter: 7 } });
  });

  test('500 is not tried again', async () => {
    sandbox.fault(
      { kind: 'reply', reply: errorReply(500, 'Internal Server Error', 'UNEXPECTED_ERROR', 'Oops.') },
      whenSent,
    );
    expect(await create(client())).toMatchObject({ error: { status: 500 } });
    expect(sandbox.requests.filter(whenSent)).toHaveLength(1);
  });

  test('an error that is not JSON keeps its text', async () => {
    sandbox.fault({ kind: 'reply', reply: { status: 502, body: '<h1>Bad gateway</h1>' } }, whenSent);
    expect(await create(client())).toEqual({ kind: 'refused', error: { status: 502, body: '<h1>Bad gateway</h1>' } });
  });

  test('a success that is not JSON', async () => {
    sandbox.fault({ kind: 'reply', reply: { status: 200, body: '<html>Sign in</html>' } }, whenSent);
    expect(await create(client())).toEqual({ kind: 'unreachable', code: 'not-json', maybeDone: true });
  });

  test('cut off midway', async () => {
    sandbox.fault({ kind: 'cut off' }, whenSent);
    expect(await create(client())).toEqual({ kind: 'unreachable', code: 'cut-off', maybeDone: true });
    expect(sandbox.requests.filter(whenSent)).toHaveLength(1);
  });

  test('no answer in time', async () => {
    sandbox.fault({ kind: 'silent' }, whenSent);
    expect(await create(client())).toEqual({ kind: 'unreachable', code: 'timeout', maybeDone: true });
  });

  test('stopped while the request is running', async () => {
    sandbox.fault({ kind: 'silent' }, whenSent);
    const creating = create(connect({ credential: credential(kind) }));
    await expect.poll(() => sandbox.requests.filter(whenSent).length).toBe(1);
    await sandbox.stop();
    expect(await creating).toEqual({ kind: 'unreachable', code: 'cut-off', maybeDone: true });
  });

  test('cancelled while the request is running', async () => {
    sandbox.fault({ kind: 'silent' }, whenSent);
    const controller = new AbortController();
    const creating = create(connect({ credential: credential(kind) }), plain, controller.signal);
    await expect.poll(() => sandbox.requests.filter(whenSent).length).toBe(1);
    controller.abort();
    expect(await creating).toEqual({ kind: 'cancelled', maybeDone: true });
  });

  test('cancelled before it is sent', async () => {
    expect(await create(client(), plain, AbortSignal.abort())).toEqual({ kind: 'cancelled', maybeDone: false });
    expect(sandbox.requests.filter(isPost)).toEqual([]);
  });

  test('nobody listens', async () => {
    const open = client();
    await sandbox.stop();
    expect(await create(open)).toEqual({ kind: 'unreachable', code: 'connection-refused', maybeDone: false });
  });

  test('a redirect is not followed', async () => {
    let visited = 0;
    const other = createServer((_, response) => {
      visited++;
      response.end('{}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    for (const status of [301, 302, 307, 308]) {
      sandbox.fault({ kind: 'reply', reply: { status, headers: { location }, body: '' } }, whenSent);
      expect(await create(client())).toEqual({ kind: 'unreachable', code: 'redirect', maybeDone: false });
    }
    expect(visited).toBe(0);
    other.close();
  });

  test('an answer without end is given up', async () => {
    sandbox.fault({ kind: 'reply', reply: { status: 200, body: ' '.repeat(11 * 1024 * 1024) } }, whenSent);
    expect(await create(connect({ credential: credential(kind) }))).toMatchObject({
      kind: 'unreachable',
      code: 'too-large',
    });
  });
});

test('an unknown host', async () => {
  // A label this long is refused before anything is asked of the network.
  const host = `https://${'a'.repeat(64)}.invalid`;
  const elsewhere = connect({ credential: credential('serviceAccount', 'owner', host) });
  expect(await create(elsewhere)).toEqual({ kind: 'unreachable', code: 'unknown-host', maybeDone: false });
});

test('a host that does not speak TLS', async () => {
  const elsewhere = connect({
    credential: credential('serviceAccount', 'owner', sandbox.origin.replace('http:', 'https:')),
  });
  expect(await create(elsewhere)).toMatchObject({ kind: 'unreachable', code: 'tls', maybeDone: false });
});

test('projects and instances are listed, all pages of them', async () => {
  const [project] = sandbox.state.projects.values();
  const [instance] = project?.instances.values() ?? [];
  for (let index = 0; index < 1100; index++) {
    if (instance) project?.instances.set(`i${index}`, { ...instance, name: `i${index}` });
  }
  const client = connect({ credential: credential('serviceAccount') });
  const { signal } = new AbortController();
  expect(await client.listProjects(signal)).toMatchObject({
    kind: 'ok',
    value: [{ id: project?.id, name: 'Shop' }, { name: 'Weather' }],
  });
  const instances = await client.listStreamInstances(project?.id ?? '', signal);
  expect(instances.kind === 'ok' && instances.value.length).toBe(1102);
  expect(instances).toMatchObject({ value: expect.arrayContaining([{ name: 'payments', region: 'AWS DUBLIN_IRL' }]) });
});

test('the log has method, path, status and time of each exchange, and nothing of its content', async () => {
  await create(connect({ credential: credential('serviceAccount') }));
  expect(exchanges).toEqual([
    { method: 'POST', path: '/api/oauth/token', status: 200, milliseconds: expect.any(Number) },
    { method: 'POST', path: path(), status: 200, milliseconds: expect.any(Number) },
  ]);
});
