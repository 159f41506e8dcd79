// Hosts that answer oddly, byte by byte what a test says: what comes before an answer, between two, and too slowly.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import type { AtlasClient } from '../../../client/src/core/atlas/atlasClient.ts';
import { makeAuthority } from '../../support/certificate.ts';
import { onHead, startTcpHost, type TcpHost } from '../../support/tcpHost.ts';
import { body, useAtlas } from './connecting.ts';

const atlas = useAtlas();
let host: TcpHost;

afterEach(() => host.stop());

const ok = (value: object, head = '') => {
  const text = JSON.stringify(value);
  return `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n${head}\r\n${text}`;
};
const token = (text: string) => ok({ access_token: text });
const isToken = (head: string) => head.includes('POST /api/oauth/token ');

/** A service account at a host of bare TCP. */
async function connect(meet: (socket: Socket) => void, options: { timeout?: number } = {}) {
  host = await startTcpHost(meet);
  return atlas.connect(atlas.credential('serviceAccount', 'owner', `http://127.0.0.1:${host.port}`), options);
}

/** It gives a token, and everything else to `answer`. */
const signingIn = (answer: (socket: Socket, head: string) => void) =>
  onHead((socket, head) => (isToken(head) ? socket.write(token('t')) : answer(socket, head)));

const read = (client: AtlasClient) => client.getConnection(atlas.target(), body.name, atlas.call());

describe('before an answer', () => {
  test.each([
    '100 Continue',
    '102 Processing',
    '103 Early Hints',
    '100 Continue\r\n\r\nHTTP/1.1 100 Continue',
    '100 Continue\r\nx: y',
  ])('%j is passed over', async (line) => {
    const client = await connect(signingIn((socket) => socket.write(`HTTP/1.1 ${line}\r\n\r\n${ok(body)}`)));
    expect(await atlas.create(client)).toMatchObject({ kind: 'ok', value: { connection: body } });
    expect(await atlas.create(client)).toMatchObject({ kind: 'ok', value: { connection: body } });
  });

  test('100 Continue from the one who signs in', async () => {
    const meet = onHead((socket, head) =>
      socket.write(`HTTP/1.1 100 Continue\r\n\r\n${isToken(head) ? token('t') : ok(body)}`),
    );
    expect(await atlas.create(await connect(meet))).toMatchObject({ kind: 'ok' });
  });

  test.each([1, 5, 40])('100 Continue in parts of %d bytes', async (size) => {
    const answer = `HTTP/1.1 100 Continue\r\nx: y\r\n\r\n${ok(body)}`;
    const client = await connect(
      signingIn(async (socket) => {
        socket.setNoDelay();
        for (const part of answer.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []) {
          await new Promise((resolve) => socket.write(part, resolve));
        }
      }),
    );
    for (const _ of [1, 2]) expect(await read(client)).toMatchObject({ kind: 'ok', value: body });
    expect(host.count).toBe(1);
  });

  test('100 Continue and nothing after it', async () => {
    const client = await connect(
      signingIn((socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n')),
      { timeout: 250 },
    );
    expect(await atlas.create(client)).toEqual({ kind: 'unreachable', code: 'timeout', maybeDone: true });
  });

  test('101 Switching Protocols, which nobody asked for', async () => {
    const switching = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
    const client = await connect(signingIn((socket) => socket.write(switching)));
    expect(await atlas.create(client)).toEqual({ kind: 'unreachable', code: 'cut-off', maybeDone: true });
  });
});

test('a body may be cut where it looks like an interim answer', async () => {
  const likeOne = { ...body, note: 'HTTP/1.1 100 Continue' };
  const [before = '', after = ''] = ok(likeOne).split(/(?=HTTP\/1\.1 100)/);
  const client = await connect(
    signingIn((socket) => {
      socket.write(before);
      setTimeout(() => socket.write(after), 50);
    }),
    { timeout: 2_000 },
  );
  expect(await atlas.create(client)).toMatchObject({ kind: 'ok', value: { connection: likeOne } });
});

describe('before it is asked anything, a host', () => {
  const authority = makeAuthority();
  const issued = authority.issue(['127.0.0.1']);
  const tls = { key: issued.keyPem(), cert: issued.certificate };

  test.each<[string, (socket: Socket) => void]>([
    ['ends the connection', (socket) => socket.end()],
    ['breaks it off', (socket) => socket.destroy()],
    ['speaks', (socket) => socket.write('220 mail.example.com ESMTP\r\n')],
    ['speaks and ends', (socket) => socket.end('220 mail.example.com ESMTP\r\n')],
  ])('%s: one connection for each try, and none afterwards', async (_, meet) => {
    for (const scheme of ['http', 'https']) {
      atlas.waits.length = 0;
      host = await startTcpHost(meet, scheme === 'https' ? tls : undefined);
      const credential = atlas.credential('apiKey', 'owner', `${scheme}://127.0.0.1:${host.port}`);
      const client = atlas.connect(credential, { network: { authorities: [authority.certificate] } });
      expect(await atlas.create(client)).not.toMatchObject({ kind: 'ok' });
      expect(host.count).toBe(atlas.waits.length + 1);
      expect(await host.more()).toBe(0);
      if (scheme === 'http') await host.stop();
    }
  });
});

test('a connection that ends before anything is asked over it: undici would open one after the other', async () => {
  const client = await connect((socket) => socket.resume());
  const end = (message: unknown) => (message as { readonly socket: Duplex }).socket.destroy();
  subscribe('undici:client:connected', end);
  const outcome = await atlas.create(client).finally(() => unsubscribe('undici:client:connected', end));
  expect(outcome).toEqual({ kind: 'unreachable', code: 'cut-off', maybeDone: false });
  expect(host.count).toBe(atlas.waits.length + 1);
  expect(await host.more()).toBe(0);
});

test('what comes on an idle connection is no answer to what is asked next', async () => {
  let created = 0;
  const client = await connect(
    signingIn((socket) => {
      socket.write(ok({ ...body, created: ++created }), () => setTimeout(() => socket.write(ok({ forged: true })), 50));
    }),
  );
  expect(await atlas.create(client)).toMatchObject({ value: { connection: { created: 1 } } });
  await expect.poll(() => host.open).toBe(0);
  expect(await atlas.create(client)).toMatchObject({ value: { connection: { created: 2 } } });
});

test('connections that a host ends after each answer, without saying so, make no write uncertain', async () => {
  let created = 0;
  const client = await connect(
    onHead((socket, head) => {
      if (!isToken(head)) created++;
      socket.write(isToken(head) ? token('t') : ok(body));
      setImmediate(() => socket.end());
    }),
  );
  for (let round = 0; round < 10; round++) {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => atlas.create(client)));
    expect(outcomes.filter(({ kind }) => kind !== 'ok')).toEqual([]);
  }
  expect([created, atlas.waits]).toEqual([40, []]);
});

test('a connection is used again for what only reads', async () => {
  const client = await connect(signingIn((socket) => socket.write(ok(body))));
  for (const connections of [2, 3]) {
    expect(await atlas.create(client)).toMatchObject({ kind: 'ok' });
    for (const _ of [1, 2, 3]) expect(await read(client)).toMatchObject({ kind: 'ok' });
    expect(host.count).toBe(connections);
    await expect.poll(() => host.open).toBe(1);
  }
});

test('an answer’s head and its body each have the whole time', async () => {
  const client = await connect(
    signingIn((socket) => {
      const [head = '', text = ''] = ok(body).split('\r\n\r\n');
      setTimeout(() => socket.write(`${head}\r\n\r\n`), 300);
      setTimeout(() => socket.write(text), 600);
    }),
    { timeout: 500 },
  );
  expect(await atlas.create(client)).toMatchObject({ kind: 'ok' });
});

test('a head of a megabyte', async () => {
  const client = await connect(signingIn((socket) => socket.write(ok(body, `x: ${'y'.repeat(1_000_000)}\r\n`))));
  expect(await atlas.create(client)).toEqual({ kind: 'unreachable', code: 'not-http', maybeDone: true });
});

test('closed by us while it is silent', async () => {
  const client = await connect(signingIn(() => undefined));
  const creating = atlas.create(client);
  await expect.poll(() => atlas.exchanges.length).toBe(1);
  await client.close();
  expect(await creating).toMatchObject({ kind: 'unreachable', code: 'cut-off' });
  await expect.poll(() => host.open).toBe(0);
});

test('no more than six connections at once, and all of many requests are answered', async () => {
  let [now, most] = [0, 0];
  const client = await connect(
    signingIn((socket) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        socket.write(ok(body));
      }, 20);
    }),
  );
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => atlas.create(client)));
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['ok']));
  expect(most).toBe(6);
  await expect.poll(() => host.open).toBe(6);
});

describe('a TLS host is told whom it is asked as', () => {
  const authority = makeAuthority();

  test.each([
    ['localhost', 'localhost'],
    ['127.0.0.1', false],
  ])('%s: %s', async (name, told) => {
    const issued = authority.issue(['localhost', '127.0.0.1']);
    const names: unknown[] = [];
    const meet = (socket: Socket) => {
      names.push((socket as TLSSocket).servername);
      signingIn((asking) => asking.write(ok(body)))(socket);
    };
    host = await startTcpHost(meet, { key: issued.keyPem(), cert: issued.certificate });
    const credential = atlas.credential('serviceAccount', 'owner', `https://${name}:${host.port}`);
    const client = atlas.connect(credential, { network: { authorities: [authority.certificate] } });
    expect(await atlas.create(client)).toMatchObject({ kind: 'ok' });
    expect(names).toEqual([told, told]);
  });
});

describe('what no header can hold', () => {
  const unsendable = ['a\r\nx-injected: 1', 'a\nb', 'ключ', 'a\u0000b', 'a b', ''];

  test('as access token: no token, nothing is sent with it, and what comes next works', async () => {
    let given = unsendable;
    const heads: string[] = [];
    const client = await connect(
      onHead((socket, head) => {
        const next = given[0] ?? 'good';
        if (isToken(head)) given = given.slice(1);
        else heads.push(head);
        socket.write(isToken(head) ? token(next).replace(/content-length: \d+/, 'connection: close') : ok(body));
        if (isToken(head)) socket.end();
      }),
    );
    for (const _ of unsendable) expect(await atlas.create(client)).toEqual({ kind: 'notSignedIn', code: 'no-token' });
    expect(heads).toEqual([]);
    expect(await atlas.create(client)).toMatchObject({ kind: 'ok' });
    expect(heads).toEqual([expect.stringContaining('Bearer good')]);
    expect(atlas.waits).toEqual([]);
  });

  test('as public key: said at once, each time, and nothing of it is sent', async () => {
    const challenge =
      'HTTP/1.1 401 No\r\nwww-authenticate: Digest realm="r", nonce="n", qop="auth"\r\ncontent-length: 0';
    const heads: string[] = [];
    host = await startTcpHost(onHead((socket, head) => heads.push(head) && socket.write(`${challenge}\r\n\r\n`)));
    for (const publicKey of ['ключ', 'a\r\nx-injected: 1', 'a\nb']) {
      const key = { kind: 'apiKey', publicKey, privateKey: 'p' } as const;
      const { host: origin } = atlas.credential('apiKey', 'owner', `http://127.0.0.1:${host.port}`);
      const client = atlas.connect({ ...key, host: origin });
      for (let count = 0; count < 10; count++) {
        expect(await atlas.create(client)).toEqual({ kind: 'notSignedIn', code: 'unsendable' });
      }
    }
    expect(heads.join()).not.toMatch(/authorization|injected/i);
    expect(atlas.waits).toEqual([]);
  });
});
