// Secrets, files and environment variables that a connection file names instead of holding them.
import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { confirm, create, lastWordOf, posted, shownResponse, withSignedInAtlas } from './creating.ts';
import { openFile } from './files.ts';
import { type Answer, personWho } from './person.ts';

describe('placeholders', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
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
    assert.match(person.details[0] ?? '', /Read for it: \$\{secret:KAFKA_CANARY\}, \$\{file:\.\.ca\.pem\}/);
    const sent = JSON.parse(posted(sandbox)[0]?.body ?? '');
    assert.equal(sent.authentication.password, secret);
    assert.equal(sent.security.brokerPublicCertificate, 'line one\nline two\n');
    assert.ok(!(person.seen.join() + (await shownResponse())).includes('hunter2'));
    const forget = personWho([/^Remove secret$/, 'KAFKA_CANARY']);
    await commands.executeCommand('streamconn.removeSecret');
    forget.leave();
  });

  it('a file outside the folder is not read, neither by path nor by link', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    symlinkSync('/etc/hostname', join(folder?.uri.fsPath ?? '', 'link.pem'));
    for (const file of ['../../etc/hostname', '/etc/hostname', 'link.pem', 'absent.pem']) {
      const document = await openFile({
        type: 'Https',
        name: 'h',
        url: 'https://example.com',
        headers: { a: `\${file:${file}}` },
      });
      // Of a path that leads outside, the rules know it before.
      const anyway: Answer[] = /^\/|\.\./.test(file) ? [[/^This file has one error/, 'Send Anyway']] : [];
      assert.match(
        (await create(document, ...anyway, confirm)).seen.at(-1) ?? '',
        /^Nothing was sent\. \$\{file:.*(outside the workspace folder|no readable file)/,
      );
    }
    assert.deepEqual(posted(sandbox), []);
  });

  it('the environment is read only where the user allows it', async () => {
    process.env.STREAMCONN_TEST = 'from-environment';
    const document = await openFile({ type: 'Https', name: 'h', url: '${env:STREAMCONN_TEST}' });
    assert.match(await lastWordOf(document), /^Nothing was sent\..*environmentPlaceholders/);
    const settings = workspace.getConfiguration('streamconn');
    await settings.update('environmentPlaceholders', true, ConfigurationTarget.Global);
    await create(document, confirm);
    assert.equal(JSON.parse(posted(sandbox)[0]?.body ?? '').url, 'from-environment');
    await settings.update('environmentPlaceholders', undefined, ConfigurationTarget.Global);
  });
});
