// A workspace does not decide where a credential goes, however its settings are written.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { setTarget, signIn, signOut, startAtlas } from './atlas.ts';
import { create } from './creating.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { poll } from './poll.ts';

const forms: Readonly<Record<string, (hosts: string[]) => object>> = {
  plain: (hosts) => ({ 'streamconn.atlas.additionalHosts': hosts }),
  'an object in an object': (hosts) => ({ streamconn: { atlas: { additionalHosts: hosts } } }),
  'an object': (hosts) => ({ 'streamconn.atlas': { additionalHosts: hosts } }),
  'for our language': (hosts) => ({ '[streamconn]': { 'streamconn.atlas.additionalHosts': hosts } }),
};

describe('hosts that a workspace names', () => {
  /** The Atlas that the user allows, and the one that the workspace names. */
  let atlas: Sandbox;
  let stranger: Sandbox;
  let tabSize = 2;
  const folder = () => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const settingsFile = () => join(folder(), '.vscode/settings.json');
  const allow = (...hosts: Sandbox[]) =>
    workspace.getConfiguration('streamconn').update(
      'atlas.additionalHosts',
      hosts.map(({ origin }) => origin),
      ConfigurationTarget.Global,
    );

  /** Puts settings beside those of the workspace, and waits until VS Code has read them. */
  async function write(settings: object): Promise<void> {
    tabSize += 1;
    const before = JSON.parse(readFileSync(settingsFile(), 'utf8'));
    writeFileSync(settingsFile(), JSON.stringify({ ...before, ...settings, 'editor.tabSize': tabSize }));
    const editor = () => workspace.getConfiguration('editor').inspect('tabSize');
    await poll('the settings of the workspace', () => editor()?.workspaceValue === tabSize);
  }

  beforeEach(async () => {
    atlas = await startAtlas();
    stranger = await createSandbox();
    await allow(atlas, stranger);
    await signIn(stranger, 'apiKey', 'owner', 'stranger');
    await signIn(atlas, 'apiKey', 'owner', 'atlas');
    await allow(atlas);
  });
  afterEach(async () => {
    await signOut('stranger');
    await signOut('atlas');
    await closeAll();
    writeFileSync(settingsFile(), '{}');
    await setTarget(undefined, undefined);
    await Promise.all([atlas.stop(), stranger.stop()]);
  });

  async function run(command: string, ...answers: Answer[]): Promise<Person> {
    const person = personWho(...answers);
    await commands.executeCommand(`streamconn.${command}`);
    assert.deepEqual(person.leave(), []);
    return person;
  }

  for (const [form, settings] of Object.entries(forms)) {
    it(`${form}: get no credential and no request`, async () => {
      await write(settings([stranger.origin]));
      const add = await run('addCredential', [/: where$/, undefined]);
      assert.ok(add.offered.some((item) => item.includes(atlas.origin)));
      assert.ok(!add.offered.some((item) => item.includes(stranger.origin)));

      const pick: Answer = [/^Atlas credentials$/, 'stranger'];
      const refused =
        /is not an Atlas host\. Add it to “streamconn\.atlas\.additionalHosts” in your user settings first/;
      assert.match((await run('testCredential', pick)).seen.at(-1) ?? '', refused);
      assert.match((await run('replaceCredential', pick)).seen.at(-1) ?? '', refused);
      const sent = await create(await openFile(cluster), pick);
      assert.match(sent.seen.at(-1) ?? '', refused);

      const tested = await run('testCredential', [/^Atlas credentials$/, 'atlas']);
      assert.match(tested.seen.at(-1) ?? '', new RegExp(`^Signed in to ${atlas.origin} as atlas`));
      assert.deepEqual(stranger.requests, []);
    });
  }
});
