// The request of the reference page, to the letter.
import { describe, expect, test } from 'vitest';
import { body, plain, useAtlas } from './connecting.ts';

const atlas = useAtlas();

describe('the request of the reference page', () => {
  test('with a service account', async () => {
    expect(await atlas.create(atlas.connect('serviceAccount'))).toMatchObject({
      kind: 'ok',
      value: { state: 'READY', connection: { name: 'shop', region: 'VIRGINIA_USA' } },
    });
    const [token, post] = atlas.sandbox.requests;
    const { clientId, clientSecret } = atlas.sandbox.state.credentials.owner.serviceAccount;
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
      url: atlas.path(),
      headers: {
        accept: 'application/vnd.atlas.2025-02-19+json',
        'content-type': 'application/json',
        'content-length': String(JSON.stringify(body).length),
        'user-agent': 'streamconn/test',
        authorization: expect.stringMatching(/^Bearer /),
      },
      body: JSON.stringify(body),
    });
    expect(atlas.sandbox.requests).toHaveLength(2);
  });

  test.each(['MD5', 'SHA-256'] as const)(
    'with an API key, Digest by %s: first without a body, then signed',
    async (digest) => {
      await atlas.restart({ digest });
      expect((await atlas.create(atlas.connect('apiKey'))).kind).toBe('ok');
      const [first, second] = atlas.sandbox.requests;
      expect(first).toMatchObject({
        method: 'POST',
        url: atlas.path(),
        body: '',
        headers: { 'content-length': '0' },
      });
      expect(first?.headers.authorization).toBeUndefined();
      expect(second).toMatchObject({
        method: 'POST',
        url: atlas.path(),
        body: JSON.stringify(body),
        headers: {
          authorization: expect.stringContaining(`algorithm=${digest}`),
          accept: 'application/vnd.atlas.2025-02-19+json',
        },
      });
    },
  );

  test('envelope and pretty are parameters only when they are wanted, and an enveloped answer is read', async () => {
    const client = atlas.connect('serviceAccount');
    expect(await atlas.create(client, { ...plain, envelope: true, pretty: true })).toMatchObject({
      kind: 'ok',
      value: { connection: { name: 'shop' } },
    });
    expect(atlas.sandbox.requests.at(-1)?.url).toBe(`${atlas.path()}?envelope=true&pretty=true`);
    expect(await atlas.create(client, { ...plain, envelope: true })).toMatchObject({
      kind: 'refused',
      error: { status: 409 },
    });
  });

  test('text beyond ASCII arrives as it is', async () => {
    const client = atlas.connect('serviceAccount');
    const named = { ...body, name: 'größe-日本-😀' };
    await client.createConnection(atlas.target(), named, plain, atlas.call());
    expect(JSON.parse(atlas.sandbox.requests.at(-1)?.body ?? '')).toEqual(named);
  });
});

test('the log has method, address, status and time of each exchange, and nothing of its content', async () => {
  await atlas.create(atlas.connect('serviceAccount'));
  expect(atlas.exchanges).toEqual([
    expect.objectContaining({ method: 'POST', path: '/api/oauth/token', status: 200 }),
    {
      ...{ method: 'POST', origin: atlas.sandbox.origin, path: atlas.path(), signed: true, status: 200 },
      ...{ milliseconds: expect.any(Number), rateLimit: expect.anything() },
    },
  ]);
});

test('the log has the code of a refusal, and tells a challenge from it', async () => {
  await atlas.create(atlas.connect('apiKey'));
  await atlas.create(atlas.connect('apiKey'));
  const { exchanges } = atlas;
  expect(exchanges.find(({ status }) => status === 401)).toMatchObject({ signed: false });
  expect(exchanges.at(-1)).toMatchObject({
    ...{ signed: true, status: 409, errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS' },
  });
});
