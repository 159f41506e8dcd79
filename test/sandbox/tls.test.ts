// The sandbox over HTTPS, with a certification authority made for the test.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { type Identity, makeAuthority, makeIdentity } from '../support/certificate.ts';
import { canRun } from '../support/needs.ts';
import { curl } from './asking.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';

let sandbox: Sandbox;

afterEach(() => sandbox.stop());

const authority = makeAuthority();

async function serve({ certificate, keyPem }: Identity): Promise<void> {
  sandbox = await createSandbox({ tls: { cert: certificate, key: keyPem() } });
}

/** The status of an answer, or why there is none. */
function ask(ca: string, url = sandbox.origin): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    get(url, { ca }, (answer) => void buffer(answer).then(() => resolve(answer.statusCode))).on(
      'error',
      ({ code }: NodeJS.ErrnoException) => resolve(code),
    );
  });
}

const hosts = ['127.0.0.1', 'localhost'];

test('its address says so, and who trusts the authority gets answers, by address and by name', async () => {
  await serve(authority.issue(hosts));
  expect(sandbox.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask(authority.certificate)).toBe(404);
  expect(await ask(authority.certificate, sandbox.origin.replace('127.0.0.1', 'localhost'))).toBe(404);
});

test.each<[string, () => Identity, string]>([
  ['of another authority', () => makeAuthority().issue(hosts), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['signed by itself', () => makeIdentity(), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['of another host', () => authority.issue(['cloud.mongodb.com', '127.0.0.2']), 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['that is past', () => authority.issue(hosts, { validTo: new Date('2026-02-01T00:00:00Z') }), 'CERT_HAS_EXPIRED'],
  [
    'that is not valid yet',
    () => authority.issue(hosts, { validFrom: new Date('2035-01-01T00:00:00Z') }),
    'CERT_NOT_YET_VALID',
  ],
])('a certificate %s is refused', async (_, identity, code) => {
  await serve(identity());
  expect(await ask(authority.certificate)).toBe(code);
  expect(sandbox.requests).toEqual([]);
});

test('a key may be RSA', async () => {
  await serve(authority.issue(hosts, { keyType: 'rsa' }));
  expect(await ask(authority.certificate)).toBe(404);
});

test('faults reach through TLS', async () => {
  await serve(authority.issue(hosts));
  sandbox.fault({ kind: 'malformed' });
  sandbox.fault({ kind: 'hang up' });
  sandbox.fault({ kind: 'drip', every: 0, from: 'head' });
  expect(await ask(authority.certificate)).toBe('HPE_INVALID_CONSTANT');
  expect(await ask(authority.certificate)).toBe('ECONNRESET');
  expect(await ask(authority.certificate)).toBe(404);
});

describe.runIf(canRun('curl'))('curl', () => {
  test('with the authority in --cacert it gets answers, without it none', async () => {
    await serve(authority.issue(hosts));
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-tls-'));
    try {
      const file = join(folder, 'ca.pem');
      await writeFile(file, authority.certificate);
      expect((await curl('--cacert', file, sandbox.origin)).status).toBe(404);
      await expect(curl(sandbox.origin)).rejects.toMatchObject({ code: 60 });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
