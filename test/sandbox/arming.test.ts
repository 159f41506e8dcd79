// When faults go off, and those of the token endpoint.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askFetch, getToken, inShop, urlOf } from './asking.ts';
import { tokenReplies } from './reply.ts';
import { createSandbox, type Fault, type Sandbox } from './sandbox.ts';
import { isApiRequest, isRevokeRequest, isTokenRequest } from './seenRequest.ts';

let sandbox: Sandbox;
let token: string;

beforeEach(async () => {
  sandbox = await createSandbox();
  token = await getToken(sandbox);
  sandbox.forgetRequests();
});

afterEach(() => sandbox.stop());

async function get(): Promise<Response> {
  const headers = { accept: 'application/vnd.atlas.2025-02-19+json', authorization: `Bearer ${token}` };
  return fetch(urlOf(sandbox, 'groups'), { headers });
}

describe('arming', () => {
  const ask = async () => (await get()).status;
  const broken: Fault = { kind: 'reply', reply: { status: 500, body: '' } };

  test('a fault goes off once', async () => {
    sandbox.fault(broken);
    expect([await ask(), await ask()]).toEqual([500, 200]);
  });

  test('or as many times as it says', async () => {
    sandbox.fault({ ...broken, times: 2 });
    expect([await ask(), await ask(), await ask()]).toEqual([500, 500, 200]);
  });

  test('several go off in their order', async () => {
    sandbox.fault({ kind: 'reply', reply: { status: 429, body: '' }, times: 2 });
    sandbox.fault(broken);
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([429, 429, 500, 200]);
  });

  test('only where it is meant to', async () => {
    sandbox.fault(broken, ({ url }) => url.endsWith('/clusters'));
    expect([await ask(), (await askFetch(sandbox, 'GET', inShop(sandbox, '/clusters'))).status]).toEqual([200, 500]);
  });
});

describe('the token endpoint in trouble', () => {
  const post = (what: 'token' | 'revoke') => {
    const { clientId, clientSecret } = sandbox.state.credentials.owner.serviceAccount;
    return fetch(`${sandbox.origin}/api/oauth/${what}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: what === 'token' ? 'grant_type=client_credentials' : `token=${token}`,
    });
  };

  test.each([
    ['unknownClient', 401, /INVALID_CLIENT/],
    ['rateLimited', 429, /RATE_LIMITED/],
    ['broken', 500, /UNEXPECTED_ERROR/],
    ['notJson', 200, /^<!doctype html>/],
    ['withoutToken', 200, /^\{"token_type":"Bearer","expires_in":3600\}$/],
  ] as const)('%s', async (kind, status, text) => {
    sandbox.fault({ kind: 'reply', reply: tokenReplies[kind] }, isTokenRequest);
    expect((await get()).status).toBe(200);
    const answer = await post('token');
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(text)]);
    expect(await (await post('token')).json()).toMatchObject({ access_token: expect.any(String) });
  });

  test('requests for signing in, for signing out, and for the rest are told apart', async () => {
    await post('token');
    await get();
    await post('revoke');
    const kinds = sandbox.requests.map((request) =>
      [isTokenRequest, isApiRequest, isRevokeRequest].map((is) => is(request)),
    );
    expect(kinds).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
    expect((await get()).status).toBe(401);
  });
});

test('stopping ends whatever is under way', async () => {
  sandbox.fault({ kind: 'drip', every: 60_000 });
  sandbox.fault({ kind: 'silent' });
  const { port } = new URL(sandbox.origin);
  const sockets = [connect(Number(port), '127.0.0.1'), connect(Number(port), '127.0.0.1')];
  const ends = sockets.map((socket) => once(socket.resume(), 'close'));
  for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nhost: sandbox\r\n\r\n');
  await expect.poll(() => sandbox.requests.length).toBe(2);
  await sandbox.stop();
  await Promise.all(ends);
});
