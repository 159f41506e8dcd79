// Files and settings that must not break the command.
import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf, setTarget, signIn, signOut, startAtlas, targetOf } from './atlas.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { type Answer, personWho } from './person.ts';

let sandbox: Sandbox;

/** What is said last when the command runs with `argument` and these answers. */
async function lastWord(argument: unknown, ...answers: Answer[]): Promise<string> {
  const person = personWho(...answers);
  await commands.executeCommand('streamconn.createConnection', argument);
  assert.deepEqual(person.leave(), []);
  return person.seen.at(-1) ?? '';
}

describe('bad input', () => {
  before(async () => {
    sandbox = await startAtlas();
    await signIn(sandbox, 'serviceAccount');
  });
  after(async () => {
    await signOut(labelOf(sandbox, 'serviceAccount'));
    await sandbox.stop();
  });
  afterEach(async () => {
    await closeAll();
    assert.deepEqual(
      sandbox.requests.filter(({ url }) => url.includes('/connections')),
      [],
    );
  });

  const files: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['an empty file', '', /^This file is not JSON yet\. Nothing was sent\. File: \S+\.$/],
    ['an array', '[]', /^A connection is a JSON object, \{ … \}\. Nothing was sent\. File: \S+\.$/],
    ['binary', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256 || 1), /not JSON yet/],
    ['five megabytes', `{ "type": "Sample", "name": "${'x'.repeat(5_000_000)}" }}`, /not JSON yet/],
    ['ten thousand brackets', '['.repeat(10_000), /not JSON yet/],
  ];
  for (const [what, content, expected] of files) {
    it(what, async () => {
      const document = await openFile(content);
      assert.match(await lastWord(document.uri.toString()), expected);
    });
  }

  it('a file that is not open', async () => {
    assert.match(await lastWord('file:///nowhere/x.streamconn.json'), /^Open a \*\.streamconn\.json file first/);
  });

  const targets: readonly (readonly [string, string, RegExp])[] = [
    ['not-an-id', 'orders', /24 hexadecimal digits/],
    ['32B6E34B3D91647ABB20E7B8', 'orders', /24 hexadecimal digits/],
    ['', '../../orders', /no slash in it/],
    ['', '..', /not “\.” or “\.\.”/],
    ['', 'a/b', /no slash in it/],
  ];
  for (const [projectId, instance, expected] of targets) {
    it(`the target ${projectId || 'project'} / ${instance}`, async () => {
      const { groupId, tenantName } = targetOf(sandbox);
      await setTarget(projectId || groupId, instance);
      const document = await openFile(cluster);
      assert.match(await lastWord(document.uri.toString()), expected);
      await setTarget(groupId, tenantName);
    });
  }

  it('a workspace cannot choose the host', async () => {
    const settings = workspace.getConfiguration('streamconn');
    const inspect = () => settings.inspect('atlas.additionalHosts');
    await assert.rejects(async () =>
      settings.update('atlas.additionalHosts', ['https://evil.example'], ConfigurationTarget.Workspace),
    );
    assert.equal(inspect()?.workspaceValue, undefined);
  });
});
