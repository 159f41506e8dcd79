// API keys at hosts that are strict about nonces, four requests at once: our own always, Apache's where it is installed.
import { afterEach, describe, expect, test } from 'vitest';
import type { AtlasHost } from '../../../client/src/core/atlas/endpoint.ts';
import { hasApache, startApache } from '../../support/apache.ts';
import { type DigestHost, digestKey, startDigestHost } from '../../support/digestHost.ts';
import { plain, useAtlas } from './connecting.ts';

const atlas = useAtlas();
let host: DigestHost;

afterEach(() => host.stop());

function connect(privateKey: string = digestKey.privateKey) {
  return atlas.connect({ kind: 'apiKey', host: host.origin as AtlasHost, ...digestKey, privateKey });
}

/** How so many creates end, some at once. */
async function createMany(many: number, atOnce: number): Promise<string[]> {
  const client = connect();
  const ends: string[] = [];
  let next = 0;
  const work = async () => {
    while (next < many) {
      const name = `c${next++}`;
      const created = { type: 'Cluster', name, clusterName: 'Shop' };
      const outcome = await client.createConnection(atlas.target(), created, plain, atlas.call());
      ends.push(outcome.kind === 'refused' ? String(outcome.error.status) : outcome.kind);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ends;
}

function namesOf({ created }: DigestHost): string[] {
  return created.map((text) => (JSON.parse(text) as { name: string }).name);
}

async function expectAll(many: number): Promise<void> {
  expect(new Set(await createMany(many, 4))).toEqual(new Set(['ok']));
  expect(namesOf(host).toSorted()).toEqual(Array.from({ length: many }, (_, index) => `c${index}`).toSorted());
}

describe.each([true, false])('a host that says stale=%s where it means so', (saysStale) => {
  test('and takes only counts that grow: each is created once, and few are signed twice', async () => {
    host = await startDigestHost({ saysStale });
    await expectAll(100);
    expect(host.requests).toBe(104);
  });

  test.each([1, 2, 7])('and takes a nonce %d times: each is created once', async (usesAtMost) => {
    host = await startDigestHost({ saysStale, usesAtMost });
    await expectAll(100);
  });

  test('the wrong key is tried once', async () => {
    host = await startDigestHost({ saysStale });
    expect(await atlas.create(connect('wrong'))).toMatchObject({ kind: 'refused', error: { status: 401 } });
    expect(host.requests).toBe(2);
  });
});

test('no two requests at once are signed for the same nonce', async () => {
  const own = await startDigestHost({ saysStale: true });
  host = own;
  const client = connect();
  expect((await atlas.create(client)).kind).toBe('ok');
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => atlas.create(client)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(own.refused).toBe(0);
});

test('a host that calls every nonce too old is asked six times in all', async () => {
  host = await startDigestHost({ saysStale: true, alwaysStale: true });
  expect(await atlas.create(connect())).toMatchObject({ kind: 'refused', error: { status: 401 } });
  expect(host.requests).toBe(6);
});

test('an answer that a nonce breaks off at does not spoil the next request', async () => {
  host = await startDigestHost({ saysStale: false });
  const client = connect();
  const controller = new AbortController();
  expect((await atlas.create(client)).kind).toBe('ok');
  const cancelled = atlas.create(client, plain, controller.signal);
  controller.abort();
  expect((await cancelled).kind).toBe('cancelled');
  expect((await atlas.create(client)).kind).toBe('ok');
});

describe.skipIf(!hasApache())('Apache (only where /usr/sbin/apache2 is installed)', () => {
  test.each<[string, readonly string[]]>([
    ['as it comes', []],
    ['that checks counts', ['AuthDigestShmemSize 1000000', 'AuthDigestNcCheck On']],
    ['with nonces for one time', ['AuthDigestShmemSize 1000000', 'AuthDigestNonceLifetime 0']],
    ['with nonces for one time, and its small table of clients', ['AuthDigestNonceLifetime 0']],
    ['with nonces for a second', ['AuthDigestNonceLifetime 1']],
  ])('%s: each is created once', async (_, directives) => {
    host = await startApache(...directives);
    await expectAll(100);
  });

  test('the wrong key is tried once', async () => {
    host = await startApache();
    expect(await atlas.create(connect('wrong'))).toMatchObject({ kind: 'refused', error: { status: 401 } });
    await expect.poll(() => host.requests).toBe(2);
  });
});
