// The sandbox itself, asked by a client that we did not write: curl, where the machine has it.
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { describeSandbox, startSandbox } from './startSandbox.ts';

const accept = ['--header', 'Accept: application/vnd.atlas.2025-02-19+json'];

let sandbox: Sandbox;

async function curl(
  ...args: string[]
): Promise<{ status: number; body: { results?: { name: string }[]; access_token?: string } }> {
  const { stdout } = await promisify(execFile)('curl', ['--silent', '--write-out', '\n%{http_code}', ...args]);
  const [status = '', ...body] = stdout.split('\n').reverse();
  return { status: Number(status), body: JSON.parse(body.reverse().join('\n')) };
}

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version']);
    return true;
  } catch {
    return false;
  }
}

afterEach(() => sandbox.stop());

describe.runIf(hasCurl())('curl', () => {
  test.each(['MD5', 'SHA-256'] as const)('--digest signs in with the API key, by %s', async (digest) => {
    sandbox = await createSandbox({ digest });
    const { publicKey, privateKey } = sandbox.state.credentials.owner.apiKey;
    const url = `${sandbox.origin}/api/atlas/v2/groups`;
    const right = await curl('--digest', '--user', `${publicKey}:${privateKey}`, ...accept, url);
    expect([right.status, right.body.results?.map(({ name }) => name)]).toEqual([200, ['Shop', 'Weather']]);
    const wrong = await curl('--digest', '--user', `${publicKey}:wrong`, ...accept, url);
    expect(wrong.status).toBe(401);
  });

  test('gets a token as a service account and uses it', async () => {
    sandbox = await createSandbox();
    const { clientId, clientSecret } = sandbox.state.credentials.owner.serviceAccount;
    const token = await curl(
      '--user',
      `${clientId}:${clientSecret}`,
      '--data',
      'grant_type=client_credentials',
      `${sandbox.origin}/api/oauth/token`,
    );
    expect(token.status).toBe(200);
    const bearer = `Authorization: Bearer ${token.body.access_token}`;
    expect((await curl('--header', bearer, ...accept, `${sandbox.origin}/api/atlas/v2/groups`)).status).toBe(200);
  });
});

describe('started for a person', () => {
  beforeEach(async () => {
    sandbox = await createSandbox();
  });

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
    await Promise.all([first.stop(), second.stop()]);
  });

  test('it says where it is, what to paste, and what there is', () => {
    const { serviceAccount, apiKey } = sandbox.state.credentials.owner;
    const text = describeSandbox(sandbox);
    for (const part of [sandbox.origin, ...Object.values(serviceAccount), ...Object.values(apiKey), 'Shop', 'orders']) {
      expect(text).toContain(part);
    }
  });

  test('each request needs a version in its Accept header, and a credential', async () => {
    const url = `${sandbox.origin}/api/atlas/v2/groups`;
    const denied = await fetch(url);
    expect(denied.status).toBe(401);
    expect(denied.headers.get('www-authenticate')).toMatch(
      /^Digest realm="MMS Public API", .*qop="auth", stale=false$/,
    );
  });
});
