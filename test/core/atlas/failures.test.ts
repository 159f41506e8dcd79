// Every way in which a request fails, over real HTTP; each with both ways of signing in.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { errorReply } from '../../sandbox/reply.ts';
import type { Role } from '../../sandbox/state.ts';
import { body, plain, useAtlas } from './connecting.ts';

const atlas = useAtlas();

describe.each(['serviceAccount', 'apiKey'] as const)('what goes wrong, with %s', (kind) => {
  const client = (role: Role = 'owner') => atlas.connect(atlas.credential(kind, role));
  const hasty = () => atlas.connect(kind, { timeout: 1_000 });

  test('403: a role that may not', async () => {
    expect(await atlas.create(client('reader'))).toMatchObject({
      kind: 'refused',
      error: { status: 403, errorCode: 'USER_UNAUTHORIZED' },
    });
  });

  test('404: no such instance', async () => {
    expect(await client().createConnection(atlas.target('none'), body, plain, atlas.call())).toMatchObject({
      kind: 'refused',
      error: {
        status: 404,
        errorCode: 'STREAM_TENANT_NOT_FOUND_FOR_NAME',
        parameters: [atlas.target().groupId, 'none'],
      },
    });
  });

  test('409: the name exists', async () => {
    const open = client();
    expect(await atlas.create(open)).toMatchObject({ kind: 'ok' });
    expect(await atlas.create(open)).toMatchObject({
      kind: 'refused',
      error: {
        status: 409,
        errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS',
        detail: expect.stringContaining('shop'),
      },
    });
  });

  test('400, with Atlas’ words', async () => {
    const faulty = { type: 'Kafka', name: 'k', bootstrapServers: 'localhost:9092', authentication: {}, security: {} };
    expect(await client().createConnection(atlas.target(), faulty, plain, atlas.call())).toMatchObject({
      error: {
        status: 400,
        errorCode: 'VALIDATION_ERROR',
        detail: expect.stringMatching(/Invalid bootstrapServers\.$/),
      },
    });
  });

  test('500 is not tried again', async () => {
    atlas.sandbox.fault(
      { kind: 'reply', reply: errorReply(500, 'Internal Server Error', 'UNEXPECTED_ERROR', 'Oops.') },
      atlas.isCreate,
    );
    expect(await atlas.create(client())).toMatchObject({ error: { status: 500 } });
    expect(atlas.sandbox.requests.filter(atlas.isCreate)).toHaveLength(1);
  });

  test('an error that is not JSON keeps its text', async () => {
    atlas.sandbox.fault({ kind: 'reply', reply: { status: 502, body: '<h1>Bad gateway</h1>' } }, atlas.isCreate);
    expect(await atlas.create(client())).toMatchObject({
      kind: 'refused',
      error: { status: 502, body: '<h1>Bad gateway</h1>' },
    });
  });

  test('a success that is not JSON', async () => {
    atlas.sandbox.fault({ kind: 'reply', reply: { status: 200, body: '<html>Sign in</html>' } }, atlas.isCreate);
    expect(await atlas.create(client())).toEqual({ kind: 'unreachable', code: 'not-json', maybeDone: true });
  });

  test('cut off midway', async () => {
    atlas.sandbox.fault({ kind: 'cut off' }, atlas.isCreate);
    expect(await atlas.create(client())).toEqual({ kind: 'unreachable', code: 'cut-off', maybeDone: true });
    expect(atlas.sandbox.requests.filter(atlas.isCreate)).toHaveLength(1);
  });

  test('no answer in time', async () => {
    atlas.sandbox.fault({ kind: 'silent' }, atlas.isCreate);
    expect(await atlas.create(hasty())).toEqual({ kind: 'unreachable', code: 'timeout', maybeDone: true });
  });

  test.each(['head', 'body'] as const)('an answer that comes byte by byte, from its %s on', async (from) => {
    atlas.sandbox.fault({ kind: 'drip', every: 20, from }, atlas.isCreate);
    expect(await atlas.create(hasty())).toEqual({ kind: 'unreachable', code: 'timeout', maybeDone: true });
  });

  test('an answer without end', async () => {
    atlas.sandbox.fault({ kind: 'endless' }, atlas.isCreate);
    expect(await atlas.create(client())).toEqual({ kind: 'unreachable', code: 'too-large', maybeDone: true });
  });

  test('no answer but the end of the connection', async () => {
    atlas.sandbox.fault({ kind: 'hang up' }, atlas.isCreate);
    expect(await atlas.create(client())).toEqual({ kind: 'unreachable', code: 'cut-off', maybeDone: true });
    expect(atlas.sandbox.requests.filter(atlas.isCreate)).toHaveLength(1);
  });

  test('something that is not HTTP', async () => {
    atlas.sandbox.fault({ kind: 'malformed' }, atlas.isCreate);
    expect(await atlas.create(client())).toEqual({ kind: 'unreachable', code: 'not-http', maybeDone: true });
  });

  test('stopped while the request is running', async () => {
    atlas.sandbox.fault({ kind: 'silent' }, atlas.isCreate);
    const creating = atlas.create(atlas.connect(kind));
    await expect.poll(() => atlas.sandbox.requests.filter(atlas.isCreate).length).toBe(1);
    await atlas.sandbox.stop();
    expect(await creating).toEqual({ kind: 'unreachable', code: 'cut-off', maybeDone: true });
  });

  test('cancelled while the request is running', async () => {
    atlas.sandbox.fault({ kind: 'silent' }, atlas.isCreate);
    const controller = new AbortController();
    const creating = atlas.create(atlas.connect(kind), plain, controller.signal);
    await expect.poll(() => atlas.sandbox.requests.filter(atlas.isCreate).length).toBe(1);
    controller.abort();
    expect(await creating).toEqual({ kind: 'cancelled', maybeDone: true });
  });

  test('cancelled before it is sent', async () => {
    expect(await atlas.create(client(), plain, AbortSignal.abort())).toEqual({ kind: 'cancelled', maybeDone: false });
    expect(atlas.sandbox.requests.filter(atlas.isCreate)).toEqual([]);
  });

  test('nobody listens', async () => {
    const open = client();
    await atlas.sandbox.stop();
    expect(await atlas.create(open)).toEqual({ kind: 'unreachable', code: 'connection-refused', maybeDone: false });
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
      atlas.sandbox.fault({ kind: 'reply', reply: { status, headers: { location }, body: '' } }, atlas.isCreate);
      expect(await atlas.create(client())).toEqual({ kind: 'unreachable', code: 'redirect', maybeDone: false });
    }
    expect(visited).toBe(0);
    other.close();
  });
});

test('an unknown host', async () => {
  // A label this long is refused before anything is asked of the network.
  const credential = atlas.credential('serviceAccount', 'owner', `https://${'a'.repeat(64)}.invalid`);
  expect(await atlas.create(atlas.connect(credential))).toEqual({
    kind: 'unreachable',
    code: 'unknown-host',
    maybeDone: false,
  });
});

test('a host that does not speak TLS', async () => {
  const host = atlas.sandbox.origin.replace('http:', 'https:');
  const credential = atlas.credential('serviceAccount', 'owner', host);
  expect(await atlas.create(atlas.connect(credential))).toMatchObject({
    kind: 'unreachable',
    code: 'tls',
    maybeDone: false,
  });
});

test('something that does not speak HTTP', async () => {
  const garbage = createTcpServer((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
  await new Promise<void>((resolve) => garbage.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${(garbage.address() as AddressInfo).port}`;
  expect(await atlas.create(atlas.connect(atlas.credential('apiKey', 'owner', host)))).toMatchObject({
    kind: 'unreachable',
    code: 'not-http',
  });
  garbage.close();
});

test('cancelled while there is no connection yet: at once, and nothing has left', async () => {
  // It accepts the connection and never greets, so the TLS handshake does not end.
  const mute = createTcpServer(() => undefined);
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const host = `https://127.0.0.1:${(mute.address() as AddressInfo).port}`;
  const controller = new AbortController();
  const creating = atlas.create(atlas.connect(atlas.credential('apiKey', 'owner', host)), plain, controller.signal);
  await once(mute, 'connection');
  controller.abort();
  expect(await creating).toEqual({ kind: 'cancelled', maybeDone: false });
  mute.close();
});

describe.each(['', '.', '..', '\ud800'])('a connection called %j', (name) => {
  test.each(['getConnection', 'deleteConnection'] as const)(
    'is no part of an address, so %s sends nothing',
    async (ask) => {
      expect(await atlas.connect('apiKey')[ask](atlas.target(), name, atlas.call())).toEqual({
        kind: 'unusableName',
        name,
      });
      expect(atlas.sandbox.requests).toEqual([]);
    },
  );
});

test('what an answer repeats of the secrets is masked: the body’s, the credential’s, the token', async () => {
  for (const kind of ['serviceAccount', 'apiKey'] as const) {
    const client = atlas.connect(kind);
    await client.listProjects(atlas.call());
    const credential = atlas.sandbox.state.credentials.owner;
    const secrets = [
      'hunter2-canary',
      kind === 'apiKey' ? credential.apiKey.privateKey : credential.serviceAccount.clientSecret,
    ];
    const authorization = atlas.sandbox.requests.at(-1)?.headers.authorization;
    const repeated = [...secrets, ...(kind === 'serviceAccount' ? [String(authorization).slice(7)] : [])];
    atlas.sandbox.fault(
      { kind: 'reply', reply: errorReply(400, 'Bad', 'X', `No: ${repeated.join(' ')}`) },
      atlas.isCreate,
    );
    const outcome = await atlas.create(client, { ...plain, secrets: ['hunter2-canary'] });
    expect(outcome).toMatchObject({ error: { detail: `No: ${repeated.map(() => '•••').join(' ')}` } });
    for (const secret of repeated) expect(JSON.stringify(outcome)).not.toContain(secret);
  }
});
