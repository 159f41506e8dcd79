// Signing in to the sandbox with a client that we did not write, curl, and starting it for a person.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canRun } from '../support/needs.ts';
import { askCurl, curl, inShop } from './asking.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { describeSandbox, startSandbox } from './startSandbox.ts';

let sandbox: Sandbox;

describe.runIf(canRun('curl'))('curl', () => {
  afterEach(() => sandbox.stop());

  test.each(['MD5', 'SHA-256'] as const)('--digest signs in with the API key, by %s', async (digest) => {
    sandbox = await createSandbox({ digest });
    const { status, json } = await askCurl(sandbox, 'GET', 'groups?pretty=true');
    expect([status, json]).toMatchObject([200, { results: [{ name: 'Shop' }, { name: 'Weather' }] }]);
    const { publicKey } = sandbox.state.credentials.owner.apiKey;
    const wrong = await curl('--digest', '--user', `${publicKey}:wrong`, `${sandbox.origin}/api/atlas/v2/groups`);
    expect(wrong.status).toBe(401);
  });

  test.each(['MD5', 'SHA-256'] as const)('--digest posts a body only once it is challenged, by %s', async (digest) => {
    sandbox = await createSandbox({ digest });
    const body = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };
    const path = inShop(sandbox, '/streams/orders/connections');
    expect(await askCurl(sandbox, 'POST', path, { body })).toMatchObject({ status: 200, json: { name: 'shop' } });
    expect(sandbox.requests.map((request) => [request.method, request.body])).toEqual([
      ['POST', ''],
      ['POST', JSON.stringify(body)],
    ]);
  });

  test('a nonce that is too old is renewed with stale=true, and the request goes through', async () => {
    sandbox = await createSandbox();
    const { publicKey, privateKey } = sandbox.state.credentials.owner.apiKey;
    const url = `${sandbox.origin}/api/atlas/v2/groups`;
    sandbox.fault({ kind: 'slow', until: expiry() }, ({ headers }) => headers.authorization !== undefined);
    const accept = ['--header', 'Accept: application/vnd.atlas.2025-02-19+json'];
    expect((await curl('--digest', '--user', `${publicKey}:${privateKey}`, ...accept, url)).status).toBe(200);
    expect(sandbox.requests).toHaveLength(3);
  });

  /** Every nonce gets old as soon as one has been used. */
  async function expiry(): Promise<void> {
    await expect.poll(() => sandbox.requests.length).toBe(2);
    sandbox.signIn.expireAll();
  }

  test('what signs one request signs no other', async () => {
    sandbox = await createSandbox();
    // Answered by a fault, so that the nonce is not used up.
    sandbox.fault({ kind: 'not json' }, ({ headers }) => headers.authorization !== undefined);
    await askCurl(sandbox, 'GET', 'groups');
    const signed = String(sandbox.requests.at(-1)?.headers.authorization);
    const replay = async (authorization: string, path = 'groups', method = 'GET') => {
      const headers = { authorization, accept: 'application/vnd.atlas.2025-02-19+json' };
      return (await fetch(`${sandbox.origin}/api/atlas/v2/${path}`, { method, headers })).status;
    };
    expect(await replay(signed.replace('MMS Public API', 'Another'))).toBe(401);
    expect(await replay(signed, 'groups?pretty=true')).toBe(401);
    expect(await replay(signed)).toBe(200);
    expect(await replay(signed)).toBe(401);
  });

  test('gets a token as a service account and uses it', async () => {
    sandbox = await createSandbox();
    const { clientId, clientSecret } = sandbox.state.credentials.owner.serviceAccount;
    const token = await curl(
      ...['--user', `${clientId}:${clientSecret}`, '--data', 'grant_type=client_credentials'],
      `${sandbox.origin}/api/oauth/token`,
    );
    expect([token.status, token.json]).toEqual([
      200,
      { access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 },
    ]);
    const bearer = `Authorization: Bearer ${(token.json as { access_token: string }).access_token}`;
    const accept = 'Accept: application/vnd.atlas.2025-02-19+json';
    const answer = await curl('--header', bearer, '--header', accept, `${sandbox.origin}/api/atlas/v2/groups`);
    expect(answer.status).toBe(200);
  });

  test('a token is not given for credentials in the body, nor for a wrong secret, nor for another grant', async () => {
    sandbox = await createSandbox();
    const { clientId, clientSecret } = sandbox.state.credentials.owner.serviceAccount;
    const url = `${sandbox.origin}/api/oauth/token`;
    const grant = 'grant_type=client_credentials';
    const inBody = await curl('--data', `${grant}&client_id=${clientId}&client_secret=${clientSecret}`, url);
    expect([inBody.status, inBody.json]).toMatchObject([400, { detail: 'No Authorization header provided' }]);
    expect((await curl('--user', `${clientId}:wrong`, '--data', grant, url)).status).toBe(401);
    const user = `${clientId}:${clientSecret}`;
    expect((await curl('--user', user, '--data', 'grant_type=password', url)).status).toBe(400);
  });
});

describe('started for a person', () => {
  beforeEach(async () => {
    sandbox = await createSandbox();
  });
  afterEach(() => sandbox.stop());

  test('a busy port is stepped over', async () => {
    const port = Number(new URL(sandbox.origin).port);
    const second = await startSandbox(port);
    expect(Number(new URL(second.origin).port)).toBeGreaterThan(port);
    await second.stop();
  });

  test('what a browser has stored is right again after a new start', async () => {
    const [first, second] = await Promise.all([startSandbox(20_000), startSandbox(21_000)]);
    expect(second.state.credentials).toEqual(first.state.credentials);
    expect([...second.state.projects.keys()]).toEqual([...first.state.projects.keys()]);
    // Ids of private links and roles stand in files.
    const [one, other] = [first, second].map(({ state }) =>
      [...state.projects.values()].map(({ privateLinks, cloudProviderAccess }) => [privateLinks, cloudProviderAccess]),
    );
    expect(other).toEqual(one);
    await Promise.all([first.stop(), second.stop()]);
  });

  test('it says where it is, what to paste, and what there is', () => {
    const { serviceAccount, apiKey } = sandbox.state.credentials.owner;
    const text = describeSandbox(sandbox);
    for (const part of [sandbox.origin, ...Object.values(serviceAccount), ...Object.values(apiKey), 'Shop', 'orders']) {
      expect(text).toContain(part);
    }
  });

  test('each request needs a credential', async () => {
    const url = `${sandbox.origin}/api/atlas/v2/groups`;
    const denied = await fetch(url);
    expect(denied.status).toBe(401);
    expect(denied.headers.get('www-authenticate')).toMatch(
      /^Digest realm="MMS Public API", .*qop="auth", stale=false$/,
    );
  });
});

test('it shares no code with what it is there to test', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const imported = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/from '([^']+)'/g)])
    .map(([, specifier = '']) => specifier);
  expect(imported.length).toBeGreaterThan(30);
  expect(
    imported.filter((specifier) => !/^(node:|\.\.\/support\/needs\.ts$|\.{1,2}\/(routes\/)?\w+\.ts$)/.test(specifier)),
  ).toEqual([]);
});
