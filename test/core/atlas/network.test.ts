// The way to Atlas: TLS with an authority made for the moment, and a real forward proxy that we did not write.
import { once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Network } from '../../../client/src/core/atlas/dial.ts';
import type { HttpProxy } from '../../../client/src/core/atlas/proxy.ts';
import { makeAuthority } from '../../support/certificate.ts';
import { startProxy, type TestProxy } from '../../support/proxy.ts';
import { useAtlas } from './connecting.ts';

const atlas = useAtlas();
const authority = makeAuthority();
const trusting: Network = { authorities: [authority.certificate] };

/** The sandbox speaks TLS as `hosts`; gives the client's outcome of a create at `host`. */
async function createOver(
  {
    hosts = ['atlas.example.com'],
    host = 'atlas.example.com',
    issuer = authority,
    validTo = new Date('2036-01-01'),
  } = {},
  network: Network = trusting,
) {
  const server = issuer.issue(hosts, { validTo });
  await atlas.restart({ tls: { key: server.keyPem(), cert: server.certificate } });
  const { port } = new URL(atlas.sandbox.origin);
  const credential = atlas.credential('apiKey', 'owner', `https://${host}:${port}`);
  return atlas.create(atlas.connect(credential, { network, timeout: 1_000 }));
}

describe('TLS', () => {
  const local = { hosts: ['localhost', '127.0.0.1'], host: 'localhost' };

  test('a host that an added authority vouches for', async () => {
    expect(await createOver(local)).toMatchObject({ kind: 'ok' });
  });

  test('by its address', async () => {
    expect(await createOver({ ...local, host: '127.0.0.1' })).toMatchObject({ kind: 'ok' });
  });

  test.each([
    ['an authority that nobody added', local, {}],
    ['another authority', { ...local, issuer: makeAuthority() }, trusting],
    ['another host', { ...local, hosts: ['cloud.mongodb.com'] }, trusting],
    ['a time that is over', { ...local, validTo: new Date('2026-06-01') }, trusting],
  ])('a certificate of %s: nothing is sent', async (_, server, network) => {
    expect(await createOver(server, network)).toEqual({ kind: 'unreachable', code: 'tls', maybeDone: false });
    expect(atlas.sandbox.requests).toEqual([]);
  });

  test('no variable of the environment turns the check off', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      expect(await createOver(local, {})).toMatchObject({ code: 'tls' });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });
});

describe('a proxy', () => {
  let proxy: TestProxy;

  afterEach(() => proxy.stop());

  async function start(user?: string): Promise<string> {
    proxy = await startProxy(user);
    return proxy.address;
  }
  const through = (url: string, more: Partial<HttpProxy> = {}): Network => ({
    ...trusting,
    proxy: { url, ...more },
  });

  test('leads to a host that is not known here, by CONNECT, and sees nothing of what is said', async () => {
    const address = await start();
    expect(await createOver({}, through(`http://${address}`))).toMatchObject({ kind: 'ok' });
    expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT atlas.example.com']));
    expect(atlas.sandbox.requests.at(-1)?.headers).not.toHaveProperty('proxy-authorization');
  });

  test.each<[string, (address: string) => Network]>([
    ['in its address', (address) => through(`http://shop:hunter2@${address}`)],
    ['as a header', (address) => through(`http://${address}`, { authorization: `Basic ${btoa('shop:hunter2')}` })],
  ])('that asks for a password gets it %s', async (_, network) => {
    const address = await start('shop:hunter2');
    expect(await createOver({}, network(address))).toMatchObject({ kind: 'ok' });
    expect(JSON.stringify(atlas.exchanges)).not.toMatch(/hunter2|proxy/);
  });

  test('that gets the wrong one does not let anything through', async () => {
    const address = await start('shop:hunter2');
    const outcome = await createOver({}, through(`http://shop:wrong@${address}`));
    expect(outcome).toEqual({ kind: 'unreachable', code: 'proxy', maybeDone: false });
    expect(atlas.sandbox.requests).toEqual([]);
  });

  test('cannot stand in for Atlas: its certificate is checked behind it as well', async () => {
    const address = await start();
    const network = { proxy: { url: `http://${address}` } };
    expect(await createOver({}, network)).toEqual({ kind: 'unreachable', code: 'tls', maybeDone: false });
    expect(atlas.sandbox.requests).toEqual([]);
  });

  test('that nobody runs', async () => {
    const address = await start();
    await proxy.stop();
    expect(await createOver({}, through(`http://${address}`))).toEqual({
      kind: 'unreachable',
      code: 'connection-refused',
      maybeDone: false,
    });
  });
});

test('a proxy that never answers', async () => {
  const mute = createTcpServer(() => undefined);
  mute.listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as AddressInfo;
  expect(await createOver({}, { proxy: { url: `http://127.0.0.1:${port}` } })).toMatchObject({
    kind: 'unreachable',
    maybeDone: false,
  });
  mute.close();
});
