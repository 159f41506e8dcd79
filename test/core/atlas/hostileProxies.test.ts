// Proxies that let nothing through, each in its way: one connection, the cause, and no connection afterwards.
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { makeAuthority } from '../../support/certificate.ts';
import { onHead, startTcpHost, type TcpHost } from '../../support/tcpHost.ts';
import { plain, useAtlas } from './connecting.ts';

const atlas = useAtlas();
const authority = makeAuthority();
const issued = authority.issue(['127.0.0.1']);
const tls = { key: issued.keyPem(), cert: issued.certificate };

let proxy: TcpHost;

afterEach(() => proxy.stop());

function connect(scheme: 'http' | 'https', timeout = 30_000) {
  const network = { authorities: [authority.certificate], proxy: { url: `${scheme}://127.0.0.1:${proxy.port}` } };
  return atlas.connect(atlas.credential('apiKey', 'owner', 'https://atlas.example.com'), { network, timeout });
}

const answering = (text: string) => onHead((socket) => socket.write(text));
const web = createServer((_, response) => response.end('hello'));

const hostile: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['a web server that knows no CONNECT', (socket) => void web.emit('connection', socket)],
  ['one that ends at once', (socket) => socket.end()],
  ['one that ends after CONNECT', onHead((socket) => socket.end())],
  ['one that ends 300 ms after CONNECT', onHead((socket) => setTimeout(() => socket.end(), 300))],
  [
    'one that resets after CONNECT',
    onHead((socket) => ('encrypted' in socket ? socket.destroy() : socket.resetAndDestroy())),
  ],
  ['one that answers 100 Continue and ends', onHead((socket) => socket.end('HTTP/1.1 100 Continue\r\n\r\n'))],
  ['one that answers 100 Continue and waits', answering('HTTP/1.1 100 Continue\r\n\r\n')],
  ['one that answers 403', answering('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')],
  ['one that answers 407', answering('HTTP/1.1 407 Sign in\r\nproxy-authenticate: Basic realm="x"\r\n\r\n')],
  ['one that answers 302', answering('HTTP/1.1 302 Found\r\nlocation: https://evil.example\r\n\r\n')],
  ['one that answers 200 and speaks first', answering('HTTP/1.1 200 OK\r\n\r\n<h1>Sign in</h1>')],
  ['one that does not speak HTTP', answering('220 mail.example.com ESMTP\r\n')],
];

describe.each(['http', 'https'] as const)('a proxy by %s', (scheme) => {
  test.each(hostile)('%s', async (_, meet) => {
    proxy = await startTcpHost(meet, scheme === 'https' ? tls : undefined);
    const outcome = await atlas.create(connect(scheme));
    expect(outcome).toEqual({ kind: 'unreachable', code: 'proxy', maybeDone: false });
    expect(proxy.count).toBe(1);
    expect(await proxy.more()).toBe(0);
    expect(atlas.waits).toEqual([]);
  });
});

test('one that wants TLS, spoken to without', async () => {
  proxy = await startTcpHost(() => undefined, tls);
  expect(await atlas.create(connect('http'))).toEqual({ kind: 'unreachable', code: 'proxy', maybeDone: false });
  expect(proxy.count).toBe(1);
  expect(await proxy.more()).toBe(0);
});

test('one that never answers CONNECT', async () => {
  proxy = await startTcpHost((socket) => socket.resume());
  expect(await atlas.create(connect('http', 300))).toMatchObject({ kind: 'unreachable', maybeDone: false });
  expect(proxy.count).toBe(1);
  expect(await proxy.more()).toBe(0);
});

describe('cancelled', () => {
  test.each([1, 10])(
    'with %d at once, at a proxy that never answers: at once, and all connections end',
    async (many) => {
      proxy = await startTcpHost((socket) => socket.resume());
      const controller = new AbortController();
      const client = connect('http');
      const creating = Array.from({ length: many }, () => atlas.create(client, plain, controller.signal));
      const connections = Math.min(many, 6);
      await expect.poll(() => proxy.count).toBe(connections);
      controller.abort();
      const cancelled = { kind: 'cancelled', maybeDone: false };
      expect(await Promise.all(creating)).toEqual(creating.map(() => cancelled));
      await expect.poll(() => proxy.open).toBe(0);
      expect(await proxy.more()).toBe(0);
      expect(proxy.count).toBe(connections + 50);
    },
  );
});
