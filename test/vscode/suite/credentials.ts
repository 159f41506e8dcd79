// Credentials and secrets: into SecretStorage and out again.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf, signIn, signInAnswers, signOut, startAtlas } from './atlas.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { personWho } from './person.ts';

const kinds = ['serviceAccount', 'apiKey'] as const;

describe('credentials', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startAtlas();
  });
  afterEach(async () => {
    await closeAll();
    await sandbox.stop();
  });

  for (const kind of kinds) {
    it(`${kind}: stored, read back for a request, replaced, removed`, async () => {
      await signIn(sandbox, kind);
      const document = await openFile(cluster);
      let person = personWho([/^Create the connection/, 'Create Connection']);
      await commands.executeCommand('streamconn.createConnection', document.uri.toString());
      assert.deepEqual(person.leave(), []);
      assert.match(
        person.seen.at(-1) ?? '',
        /^Created the Cluster connection “shop” in orders\. Its state is READY\.$/,
      );

      const [, , ...newParts] = signInAnswers(sandbox, kind, 'reader');
      person = personWho([/^Atlas credentials$/, labelOf(sandbox, kind)], ...newParts);
      await commands.executeCommand('streamconn.replaceCredential');
      assert.deepEqual(person.leave(), []);
      assert.match(person.seen.at(-1) ?? '', /^Replaced the credential/);
      person = personWho([/^Create the connection/, 'Create Connection']);
      await commands.executeCommand('streamconn.createConnection', document.uri.toString());
      assert.deepEqual(person.leave(), []);
      assert.match(person.seen.at(-1) ?? '', /^Atlas refused with 403/);

      assert.match((await signOut(labelOf(sandbox, kind, 'reader'))).at(-1) ?? '', /^Removed the credential/);
      person = personWho([/^Sign in to Atlas: where$/, undefined]);
      await commands.executeCommand('streamconn.createConnection', document.uri.toString());
      assert.deepEqual(person.leave(), []);
    });
  }

  it('a token is revoked when its credential is removed', async () => {
    await signIn(sandbox, 'serviceAccount');
    const document = await openFile(cluster);
    const person = personWho([/^Create the connection/, undefined]);
    await commands.executeCommand('streamconn.createConnection', document.uri.toString());
    person.leave();
    const choose = personWho([/project$/, 'Shop'], [/workspace/, 'orders']);
    await commands.executeCommand('streamconn.chooseTarget');
    assert.deepEqual(choose.leave(), []);
    assert.equal(sandbox.signIn.liveTokens, 1);
    await signOut(labelOf(sandbox, 'serviceAccount'));
    assert.equal(sandbox.signIn.liveTokens, 0);
  });

  it('cancelled at any box, nothing is stored', async () => {
    const answers = signInAnswers(sandbox, 'apiKey');
    for (const [step, [question]] of answers.entries()) {
      const person = personWho(...answers.slice(0, step), [question, undefined]);
      await commands.executeCommand('streamconn.addCredential');
      assert.deepEqual(person.leave(), []);
      assert.equal(person.seen.length, step + 1);
    }
    assert.match((await signOut('none')).at(-1) ?? '', /^No Atlas credential is stored/);
  });

  it('no file of the workspace and no setting holds any part of them', async () => {
    for (const kind of kinds) await signIn(sandbox, kind);
    const { serviceAccount, apiKey } = sandbox.state.credentials.owner;
    const [folder] = workspace.workspaceFolders ?? [];
    const files = readdirSync(folder?.uri.fsPath ?? '', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
    const everything = [...files, JSON.stringify(workspace.getConfiguration('streamconn'))].join('\n');
    assert.ok(everything.includes('Cluster'));
    for (const part of [...Object.values(serviceAccount), ...Object.values(apiKey)]) {
      assert.ok(!everything.includes(part));
    }
    for (const kind of kinds) await signOut(labelOf(sandbox, kind));
  });
});

describe('named secrets', () => {
  it('are stored and removed, and only their names are shown', async () => {
    let person = personWho([/^Store secret: The name/, 'KAFKA_PASSWORD'], [/\(masked\)$/, 'hunter2-canary']);
    await commands.executeCommand('streamconn.storeSecret');
    assert.deepEqual(person.leave(), []);
    assert.match(person.seen.at(-1) ?? '', /^Stored the secret KAFKA_PASSWORD\./);
    assert.ok(!person.seen.join().includes('hunter2'));
    person = personWho([/^Remove secret$/, 'KAFKA_PASSWORD']);
    await commands.executeCommand('streamconn.removeSecret');
    assert.deepEqual(person.leave(), []);
    person = personWho();
    await commands.executeCommand('streamconn.removeSecret');
    assert.match(person.seen.join(), /^No secret is stored/);
    person.leave();
  });
});
