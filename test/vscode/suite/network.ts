// The way to Atlas that VS Code's settings name: a real proxy, and an authority made for the moment.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationTarget, workspace } from 'vscode';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { makeAuthority } from '../../support/certificate.ts';
import { startProxy, type TestProxy } from '../../support/proxy.ts';
import { labelOf, setTarget, signIn, signOut, targetOf } from './atlas.ts';
import { create, lastWordOf, posted } from './creating.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { reportName } from './reportName.ts';

const host = 'atlas.example.com';

describe('proxy and certificate authority', () => {
  let sandbox: Sandbox;
  let proxy: TestProxy;
  let folder: string;
  const set = (name: string, value: unknown) =>
    workspace.getConfiguration().update(name, value, ConfigurationTarget.Global);
  const caFile = () => join(folder, 'authority.pem');

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'streamconn-ca-'));
    const authority = makeAuthority();
    writeFileSync(caFile(), authority.certificate);
    const server = authority.issue([host]);
    const started = await createSandbox({ tls: { key: server.keyPem(), cert: server.certificate } });
    const origin = started.origin.replace('127.0.0.1', host);
    sandbox = Object.create(started, { origin: { value: origin } }) as Sandbox;
    proxy = await startProxy('shop:hunter2-canary');
    await set('streamconn.atlas.additionalHosts', [origin]);
    await set('streamconn.atlas.caFile', caFile());
    await set('http.proxy', `http://shop:hunter2-canary@${proxy.address}`);
    const { groupId, tenantName } = targetOf(sandbox);
    await setTarget(groupId, tenantName);
    await signIn(sandbox, 'serviceAccount');
  });
  afterEach(async () => {
    await closeAll();
    await signOut(labelOf(sandbox, 'serviceAccount'));
    for (const name of ['http.proxy', 'http.noProxy', 'http.proxySupport', 'streamconn.atlas.caFile']) {
      await set(name, undefined);
    }
    await Promise.all([proxy.stop(), sandbox.stop()]);
    rmSync(folder, { recursive: true });
  });

  it('a create goes through the proxy, by CONNECT, to a host that the added authority vouches for', async () => {
    assert.match(await lastWordOf(await openFile(cluster)), /^Created the Cluster connection/);
    assert.deepEqual([...new Set(proxy.asked)], [`CONNECT ${host}`]);
    assert.equal(posted(sandbox).length, 1);
  });

  it('a change of the settings counts from the next request on', async () => {
    const document = await openFile(cluster);
    assert.match(await lastWordOf(document), /^Created/);
    await set('streamconn.atlas.caFile', undefined);
    assert.match(await lastWordOf(document), /^The connection to Atlas is not trusted/);
    assert.equal(posted(sandbox).length, 1);
  });

  const unusable: readonly (readonly [string, string, unknown, RegExp])[] = [
    [
      'a proxy of another kind',
      'http.proxy',
      'socks5://shop:hunter2-canary@proxy',
      /^The setting “http.proxy” cannot be used/,
    ],
    ['a wrong password', 'http.proxy', 'http://shop:wrong-canary@', /^The proxy does not let this through/],
    [
      'no such file',
      'streamconn.atlas.caFile',
      '/nowhere/ca.pem',
      /“streamconn.atlas.caFile” cannot be used: there is no/,
    ],
    [
      'a file that is no certificate',
      'streamconn.atlas.caFile',
      join(__dirname, reportName('trusted')),
      /cannot be used: it has no line that says/,
    ],
    ['a path that is not whole', 'streamconn.atlas.caFile', 'ca.pem', /cannot be used: write the whole path/],
  ];
  for (const [what, name, value, message] of unusable) {
    it(`${what} is said, and nothing is sent`, async () => {
      await set(name, value === 'http://shop:wrong-canary@' ? `${value}${proxy.address}` : value);
      const seen = (await create(await openFile(cluster))).seen.join('\n');
      assert.match(seen, new RegExp(message.source, 'm'));
      assert.doesNotMatch(seen, /canary/);
      assert.deepEqual(sandbox.requests, []);
    });
  }
});
