// Signing in: tokens and nonces are kept, renewed and given back; nothing weaker is ever used.
import { describe, expect, test } from 'vitest';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import { refusals } from '../../sandbox/reply.ts';
import { useAtlas } from './connecting.ts';

const atlas = useAtlas();

const isToken = ({ url }: { url: string }) => url === '/api/oauth/token';
const tokenRequests = () => atlas.sandbox.requests.filter(isToken);

describe('a service account', () => {
  test('one token serves many requests, also those that start at once', async () => {
    const client = atlas.connect('serviceAccount');
    await Promise.all([1, 2, 3].map(() => client.listProjects(atlas.call())));
    expect(tokenRequests()).toHaveLength(1);
  });

  /** How many tokens a client has asked for after a request at each of these times, in milliseconds. */
  async function tokensAt(...times: readonly number[]): Promise<number[]> {
    let time = 0;
    const client = atlas.connect('serviceAccount', { now: () => time });
    const counts: number[] = [];
    for (time of times) {
      await client.listProjects(atlas.call());
      counts.push(tokenRequests().length);
    }
    return counts;
  }

  test('a token is renewed a minute before its end', async () => {
    expect(await tokensAt(0, 3_539_000, 3_541_000)).toEqual([1, 1, 2]);
  });

  test('one that lives a minute serves for half of it', async () => {
    await atlas.restart({ tokenSeconds: 60 });
    expect(await tokensAt(0, 29_000, 31_000)).toEqual([1, 1, 2]);
  });

  test('a token that Atlas has forgotten is renewed once, for all that used it', async () => {
    const client = atlas.connect('serviceAccount');
    await client.listProjects(atlas.call());
    atlas.sandbox.signIn.expireAll();
    const outcomes = await Promise.all([1, 2, 3].map(() => client.listProjects(atlas.call())));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(tokenRequests()).toHaveLength(2);
  });

  test('two 401 in a row are the answer', async () => {
    for (const _ of [1, 2]) atlas.sandbox.fault({ kind: 'reply', reply: refusals.unauthorized }, atlas.isCreate);
    expect(await atlas.create(atlas.connect('serviceAccount'))).toMatchObject({
      kind: 'refused',
      error: { status: 401, error: 401, errorCode: 'NOT_ORG_GROUP_CREATOR' },
    });
    expect(atlas.sandbox.requests.filter(atlas.isCreate)).toHaveLength(2);
    expect(tokenRequests()).toHaveLength(2);
  });

  describe('a token that is asked for', () => {
    const cancelled = { kind: 'cancelled', maybeDone: false };
    const tokenEnds = () =>
      atlas.exchanges.filter(({ path }) => path === '/api/oauth/token').map(({ failure }) => failure);

    test('ends when nobody waits for it any more, and the next request asks anew', async () => {
      atlas.sandbox.fault({ kind: 'silent' }, isToken);
      const client = atlas.connect('serviceAccount');
      const [first, second] = [new AbortController(), new AbortController()];
      const listing = [first, second].map(({ signal }) => client.listProjects(atlas.call(signal)));
      await expect.poll(() => tokenRequests().length).toBe(1);
      first.abort();
      expect(await listing[0]).toEqual(cancelled);
      expect(tokenEnds()).toEqual([]);
      second.abort();
      expect(await listing[1]).toEqual(cancelled);
      await expect.poll(tokenEnds).toEqual(['cancelled']);
      expect((await client.listProjects(atlas.call())).kind).toBe('ok');
      expect(tokenRequests()).toHaveLength(2);
    });

    test('serves those who still wait when one has cancelled', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      atlas.sandbox.fault({ kind: 'slow', until: promise }, isToken);
      const client = atlas.connect('serviceAccount');
      const first = new AbortController();
      const listing = [client.listProjects(atlas.call(first.signal)), client.listProjects(atlas.call())];
      await expect.poll(() => tokenRequests().length).toBe(1);
      first.abort();
      expect(await listing[0]).toEqual(cancelled);
      const late = client.listProjects(atlas.call());
      resolve();
      expect([(await listing[1])?.kind, (await late).kind]).toEqual(['ok', 'ok']);
      expect(tokenRequests()).toHaveLength(1);
    });

    test('is not asked for by who has cancelled already', async () => {
      expect(await atlas.connect('serviceAccount').listProjects(atlas.call(AbortSignal.abort()))).toEqual(cancelled);
      expect(atlas.sandbox.requests).toEqual([]);
    });
  });

  test('closing revokes the token', async () => {
    const client = atlas.connect('serviceAccount');
    await client.listProjects(atlas.call());
    expect(atlas.sandbox.signIn.liveTokens).toBe(1);
    await client.close();
    expect(atlas.sandbox.signIn.liveTokens).toBe(0);
  });

  test('a wrong client secret', async () => {
    const wrong = { ...atlas.credential('serviceAccount'), clientSecret: 'wrong' } as AtlasCredential;
    expect(await atlas.create(atlas.connect(wrong))).toEqual({
      kind: 'notSignedIn',
      code: 'not-accepted',
    });
  });

  test('an answer without a token', async () => {
    atlas.sandbox.fault({ kind: 'reply', reply: { status: 200, body: {} } }, isToken);
    expect(await atlas.create(atlas.connect('serviceAccount'))).toEqual({
      kind: 'notSignedIn',
      code: 'no-token',
    });
  });

  test('a token endpoint that limits the rate or breaks off is asked again, for nothing has been sent yet', async () => {
    const limited = { ...refusals.unauthorized, status: 429, headers: { 'retry-after': '1' } };
    atlas.sandbox.fault({ kind: 'reply', reply: limited }, isToken);
    atlas.sandbox.fault({ kind: 'cut off' }, isToken);
    expect((await atlas.create(atlas.connect('serviceAccount'))).kind).toBe('ok');
    expect(atlas.waits.map(({ reason }) => reason)).toEqual(['rate limit', 'no connection']);
    expect(atlas.sandbox.requests.filter(atlas.isCreate)).toHaveLength(1);
  });
});

describe('an API key', () => {
  test('a nonce is used again, counted; a stale one is replaced', async () => {
    const client = atlas.connect('apiKey');
    await client.listProjects(atlas.call());
    await client.listProjects(atlas.call());
    const sent = atlas.sandbox.requests.map(({ headers }) => String(headers.authorization));
    expect(sent.map((text) => /nc=(\d+)/.exec(text)?.[1])).toEqual([undefined, '00000001', '00000002']);
    const cnonces = sent.flatMap((text) => /cnonce="(\w+)"/.exec(text)?.[1] ?? []);
    expect(new Set(cnonces).size).toBe(2);
    atlas.sandbox.signIn.expireAll();
    expect((await client.listProjects(atlas.call())).kind).toBe('ok');
  });

  test('requests that start at once each get through', async () => {
    const client = atlas.connect('apiKey');
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => client.listProjects(atlas.call())));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  test('a wrong private key is tried once', async () => {
    const wrong = { ...atlas.credential('apiKey'), privateKey: 'wrong' } as AtlasCredential;
    expect(await atlas.create(atlas.connect(wrong))).toMatchObject({ kind: 'refused', error: { status: 401 } });
    expect(atlas.sandbox.requests).toHaveLength(2);
  });

  test.each([
    'Basic realm="x"',
    'Digest realm="x", nonce="n", qop="auth", algorithm=SHA-512-256',
    'Digest realm="x", nonce="n", qop="auth-int"',
    'Digest realm="x", nonce="n"',
    'Bearer',
  ])('no other way of signing in is taken: %s', async (header) => {
    const reply = { ...refusals.unauthorized, headers: { 'www-authenticate': header } };
    atlas.sandbox.fault({ kind: 'reply', reply });
    expect(await atlas.create(atlas.connect('apiKey'))).toMatchObject({ kind: 'notSignedIn' });
    expect(atlas.sandbox.requests.map(({ headers, body }) => [headers.authorization, body])).toEqual([[undefined, '']]);
  });

  test('an answer that breaks off before anything was signed has done nothing', async () => {
    for (const _ of [1, 2, 3, 4]) atlas.sandbox.fault({ kind: 'cut off' });
    expect(await atlas.create(atlas.connect('apiKey'))).toEqual({
      kind: 'unreachable',
      code: 'cut-off',
      maybeDone: false,
    });
  });
});

test('a credential is sent to its own host only', () => {
  const credential = atlas.credential('apiKey');
  expect(() => atlas.connect(credential, { url: new URL('https://cloud.mongodb.com') })).toThrow(/its own host/);
});
