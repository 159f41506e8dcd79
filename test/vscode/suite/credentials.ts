// Credentials: into the secret storage, used, replaced, and out again with their tokens.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf, signIn, signInAnswers, signOut, startAtlas, valueAnswers } from './atlas.ts';
import { confirm, create } from './creating.ts';
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
      let person = await create(document, confirm);
      assert.match(
        person.seen.at(-1) ?? '',
        /^Created the Cluster connection “shop” in orders\. Its state is READY\. File: \S+\.$/,
      );

      person = personWho([/^Atlas credentials$/, labelOf(sandbox, kind)], ...valueAnswers(sandbox, kind, 'reader'));
      await commands.executeCommand('streamconn.replaceCredential');
      assert.deepEqual(person.leave(), []);
      assert.match(person.seen.at(-1) ?? '', /^Replaced the credential/);
      person = await create(document, confirm);
      assert.match(person.seen.at(-1) ?? '', /^Atlas refused with 403/);

      assert.match((await signOut(labelOf(sandbox, kind))).at(-1) ?? '', /^Removed the credential/);
      await create(document, [/^Sign in to Atlas: where$/, undefined]);
    });
  }

  it('a token is revoked when its credential is replaced, and when it is removed', async () => {
    await signIn(sandbox, 'serviceAccount');
    const label = labelOf(sandbox, 'serviceAccount');
    const signInToAtlas = async () => {
      const person = personWho([/project$/, 'Shop'], [/workspace/, 'orders']);
      await commands.executeCommand('streamconn.chooseTarget');
      assert.deepEqual(person.leave(), []);
    };
    await signInToAtlas();
    assert.equal(sandbox.signIn.liveTokens, 1);
    const person = personWho([/^Atlas credentials$/, label], ...valueAnswers(sandbox, 'serviceAccount'));
    await commands.executeCommand('streamconn.replaceCredential');
    assert.deepEqual(person.leave(), []);
    assert.equal(sandbox.signIn.liveTokens, 0);
    await signInToAtlas();
    assert.equal(sandbox.signIn.liveTokens, 1);
    await signOut(label);
    assert.equal(sandbox.signIn.liveTokens, 0);
  });

  it('all are removed at once, with their tokens, after a question that says how many', async () => {
    for (const kind of kinds) {
      await signIn(sandbox, kind, 'owner', kind);
      const person = personWho([/^Atlas credentials$/, kind]);
      await commands.executeCommand('streamconn.testCredential');
      assert.deepEqual(person.leave(), []);
    }
    assert.equal(sandbox.signIn.liveTokens, 1);
    const question = /^Remove 2 credentials\?$/;
    const doubtful = personWho([question, undefined]);
    await commands.executeCommand('streamconn.removeAllCredentials');
    assert.deepEqual(doubtful.leave(), []);
    assert.equal(sandbox.signIn.liveTokens, 1);
    const person = personWho([question, 'Remove All']);
    await commands.executeCommand('streamconn.removeAllCredentials');
    assert.deepEqual(person.leave(), []);
    assert.match(person.details[0] ?? '', new RegExp(`^apiKey for ${sandbox.origin}\nserviceAccount for `));
    assert.equal(person.seen.at(-1), 'Removed 2 credentials.');
    assert.equal(sandbox.signIn.liveTokens, 0);
    const after = personWho();
    await commands.executeCommand('streamconn.removeAllCredentials');
    after.leave();
    assert.match(after.seen.join(), /^No Atlas credential is stored/);
  });

  it('who thinks better of removing one keeps it', async () => {
    await signIn(sandbox, 'apiKey');
    const person = personWho(
      [/^Atlas credentials$/, labelOf(sandbox, 'apiKey')],
      [/^Remove the credential/, undefined],
    );
    await commands.executeCommand('streamconn.removeCredential');
    assert.deepEqual(person.leave(), []);
    assert.match((await signOut(labelOf(sandbox, 'apiKey'))).at(-1) ?? '', /^Removed the credential/);
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
