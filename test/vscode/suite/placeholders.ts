// Secrets, files and environment variables that a connection file names instead of holding them.
import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationTarget, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { confirm, create, posted, shownResponse, withSignedInAtlas } from './creating.ts';
import { openFile, removeConnectionFiles } from './files.ts';
import type { Answer } from './person.ts';
import { forget } from './secrets.ts';

describe('placeholders', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('a name that is one is refused: it is what a person consents to, and an address', async () => {
    const document = await openFile({ type: 'Cluster', name: '${env:NAME}', clusterName: 'Shop' });
    const person = await create(document);
    assert.match(person.seen.join(), /The name of this connection is a placeholder\. Write the name itself/);
    assert.deepEqual(sandbox.requests, []);
  });

  it('secrets and files are put in when it is sent, and nowhere shown', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    const root = folder?.uri.fsPath ?? '';
    writeFileSync(join(root, '..ca.pem'), 'line one\nline two\n');
    const kafka = {
      type: 'Kafka',
      name: 'orders',
      bootstrapServers: 'broker.example.com:9092',
      authentication: { mechanism: 'PLAIN', username: 'u', password: '${secret:KAFKA_CANARY}' },
      security: { protocol: 'SASL_SSL', brokerPublicCertificate: '${file:..ca.pem}' },
    };
    const document = await openFile(kafka);
    const secret = 'hunter2-"quoted"\\canary';
    const person = await create(
      document,
      confirm,
      [/^Secret KAFKA_CANARY: .*\(masked\)$/, secret],
      [/^Created/, 'Show Response'],
    );
    assert.deepEqual(person.details[0]?.split('\n').slice(-2), [
      'Secrets read: KAFKA_CANARY (not stored: you will be asked)',
      'Files read: ..ca.pem (18 bytes)',
    ]);
    const sent = JSON.parse(posted(sandbox)[0]?.body ?? '');
    assert.equal(sent.authentication.password, secret);
    assert.equal(sent.security.brokerPublicCertificate, 'line one\nline two\n');
    assert.ok(!(person.seen.join() + (await shownResponse())).includes('hunter2'));
    const again = await create(document, confirm);
    assert.match(again.details[0] ?? '', /^Secrets read: KAFKA_CANARY$/m);
    await forget('KAFKA_CANARY');
  });

  it('the question says which other files use a secret, open or not', async () => {
    removeConnectionFiles();
    const [folder] = workspace.workspaceFolders ?? [];
    const shares = {
      type: 'Kafka',
      bootstrapServers: 'broker.example.com:9092',
      authentication: { mechanism: 'PLAIN', username: 'u', password: '${secret:SHARED_CANARY}' },
      security: { protocol: 'SASL_SSL' },
    };
    writeFileSync(join(folder?.uri.fsPath ?? '', 'second.streamconn.json'), JSON.stringify(shares));
    await openFile(shares);
    const document = await openFile({ ...shares, name: 'orders' });
    const person = await create(document, [/^Create the connection/, undefined]);
    const read = /^Secrets read: SHARED_CANARY \(not stored: you will be asked; also used by (.*)\)$/m;
    assert.match(
      read.exec(person.details[0] ?? '')?.[1] ?? '',
      /^file\d+\.streamconn\.json, second\.streamconn\.json$/,
    );
    removeConnectionFiles();
  });

  it('a private key where Atlas would give it back is named, and nothing is sent', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    const pem = '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n';
    writeFileSync(join(folder?.uri.fsPath ?? '', 'both.pem'), pem);
    const document = await openFile({
      type: 'Kafka',
      name: 'orders',
      bootstrapServers: 'broker.example.com:9093',
      authentication: { mechanism: '', sslCertificate: '${file:both.pem}', sslKey: '${file:both.pem}' },
      security: { protocol: 'SSL' },
    });
    const { seen } = await create(document, confirm);
    assert.match(
      seen.at(-1) ?? '',
      /^Nothing was sent\. \$\{file:both\.pem\}: it holds a private key, and authentication\.sslCertificate is no place/,
    );
    assert.ok(!seen.join().includes('hunter2'));
    assert.deepEqual(posted(sandbox), []);
  });

  it('a file that cannot be read is named instead of asking, and nothing is sent', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    symlinkSync(process.execPath, join(folder?.uri.fsPath ?? '', 'link.pem'));
    const files: readonly (readonly [string, string])[] = [
      ['../../etc/hostname', '.. in it'],
      ['/etc/hostname', 'absolute path'],
      ['link.pem', 'outside the workspace folder'],
      ['absent.pem', 'no readable file'],
    ];
    for (const [file, reason] of files) {
      const document = await openFile({
        type: 'Https',
        name: 'h',
        url: 'https://example.com',
        headers: { a: `\${file:${file}}` },
      });
      // Of a path that leads outside, the rules know it before.
      const anyway: Answer[] = /^\/|\.\./.test(file) ? [[/^This file has one error/, 'Send Anyway']] : [];
      const said = (await create(document, ...anyway)).seen.at(-1) ?? '';
      assert.ok(said.startsWith(`Nothing was sent. \${file:${file}}: `) && said.includes(reason), said);
    }
    assert.deepEqual(posted(sandbox), []);
  });

  it('the environment is read only where the user allows it', async () => {
    process.env.STREAMCONN_TEST = 'from-environment';
    const document = await openFile({ type: 'Https', name: 'h', url: '${env:STREAMCONN_TEST}' });
    const settings = workspace.getConfiguration('streamconn');
    for (const value of [undefined, false, 'yes']) {
      await settings.update('environmentPlaceholders', value, ConfigurationTarget.Global);
      assert.match((await create(document)).seen.at(-1) ?? '', /^Nothing was sent\..*environmentPlaceholders/);
    }
    await settings.update('environmentPlaceholders', true, ConfigurationTarget.Global);
    const person = await create(document, confirm);
    assert.match(person.details[0] ?? '', /^Environment variables read: STREAMCONN_TEST$/m);
    assert.equal(JSON.parse(posted(sandbox)[0]?.body ?? '').url, 'from-environment');
    await settings.update('environmentPlaceholders', undefined, ConfigurationTarget.Global);
  });
});
