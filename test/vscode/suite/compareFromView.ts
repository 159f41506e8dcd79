// Compare With Atlas, and the commands of credentials, in the menus of the Connections view.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Uri, window, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf, labelOf, setTarget, signIn, signOut, targetOf } from './atlas.ts';
import { doAs, withSignedInAtlas } from './creating.ts';
import { openDiffs, shownDiff } from './diffs.ts';
import type { Answer } from './person.ts';
import { poll } from './poll.ts';
import { openNodes } from './watchWindow.ts';

const hook = { type: 'Https', name: 'compared', url: 'https://hooks.example.com/compared' };
const changed = { ...hook, url: 'https://new.example.com/compared' };

describe('compare from the Connections view', () => {
  let sandbox: Sandbox;
  let folder: string;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  beforeEach(() => {
    connections().set(hook.name, { ...hook, id: 'x', state: 'READY' });
    folder = mkdtempSync(join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'compared-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const connections = () => instanceOf(sandbox).connections;
  const node = async () => {
    const nodes = await openNodes(labelOf(sandbox, 'serviceAccount'), 'Shop', 'orders');
    return nodes.find((candidate) => 'name' in candidate && candidate.name === hook.name);
  };
  /** Files on the disk that are not open, seen by a search as a person's are. */
  async function write(files: Readonly<Record<string, object | string>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    await poll('the files', async () => {
      const found = await workspace.findFiles('compared-*/**/*.streamconn.json');
      return found.length === Object.keys(files).length;
    });
  }
  const compare = async (...answers: Answer[]) => {
    const chosen = await node();
    return doAs(() => commands.executeCommand('streamconn.compareWithAtlas', chosen), ...answers);
  };

  it('takes the one file that says the name, whatever the file is called and wherever it is', async () => {
    await write({
      'deep/in/here.streamconn.json': changed,
      'compared.streamconn.json': { ...hook, name: 'other' },
      'faulty.streamconn.json': '{ "name": "compared"',
    });
    await compare();
    const { left, right, title } = await shownDiff();
    assert.match(title, /^compared in Atlas ↔ \S*deep\/in\/here\.streamconn\.json$/);
    assert.ok(left.includes(hook.url) && right.includes(changed.url));
  });

  it('compares with the very connection of the view, whatever the target is', async () => {
    await write({ 'one.streamconn.json': hook });
    await setTarget(targetOf(sandbox).groupId, 'payments');
    assert.match(
      (await compare()).seen.at(-1) ?? '',
      /^“compared” in orders matches the file\. File: \S*one\.streamconn\.json\.$/,
    );
    assert.equal(openDiffs(), 0);
  });

  it('where several files say the name, it asks which; the one in the active editor needs no question', async () => {
    await write({ 'a.streamconn.json': hook, 'b.streamconn.json': changed });
    const which = /^Compare with Atlas$/;
    assert.deepEqual((await compare([which, undefined])).seen, ['Compare with Atlas']);
    assert.equal(openDiffs(), 0);
    await compare([which, 'b.streamconn.json']);
    assert.match((await shownDiff()).title, /b\.streamconn\.json$/);
    await window.showTextDocument(Uri.file(join(folder, 'a.streamconn.json')));
    const person = await compare();
    assert.match(person.seen.at(-1) ?? '', /^“compared” in orders matches the file\. File: \S*a\.streamconn\.json\.$/);
  });

  it('where no file says the name, it says so and offers to open the connection as one', async () => {
    const none: Answer = [/^No file of this workspace has the connection “compared”/, 'Open As File'];
    const person = await compare(none, [/^Open connection as file$/, undefined]);
    assert.equal(person.seen.length, 2);
  });

  it('what was deleted behind our back is said', async () => {
    await write({ 'one.streamconn.json': hook });
    const chosen = await node();
    connections().delete(hook.name);
    const person = await doAs(() => commands.executeCommand('streamconn.compareWithAtlas', chosen));
    assert.match(person.seen.at(-1) ?? '', /“compared” is no longer in orders, so there is nothing to compare with\./);
  });

  it('a credential is renamed and removed from its own menu', async () => {
    await signIn(sandbox, 'apiKey');
    const label = labelOf(sandbox, 'apiKey');
    const credential = (await openNodes()).find(
      (each) => each.kind === 'credential' && each.credential.label === label,
    );
    const name: Answer = [/^Label: /, 'mine'];
    const renamed = await doAs(() => commands.executeCommand('streamconn.renameCredential', credential), name);
    assert.match(renamed.seen.at(-1) ?? '', /is called mine now\.$/);
    const remove: Answer = [/^Remove the credential mine /, 'Remove'];
    await doAs(() => commands.executeCommand('streamconn.removeCredential', credential), remove);
    assert.equal((await openNodes()).length, 1);
  });

  it('the menu of a credential that is gone already says so, and is about no other one', async () => {
    await signIn(sandbox, 'apiKey');
    const label = labelOf(sandbox, 'apiKey');
    const credential = (await openNodes()).find(
      (each) => each.kind === 'credential' && each.credential.label === label,
    );
    await signOut(label);
    for (const id of ['renameCredential', 'removeCredential', 'testCredential', 'replaceCredential']) {
      const person = await doAs(() => commands.executeCommand(`streamconn.${id}`, credential));
      assert.deepEqual(person.seen, ['This credential was removed.'], id);
    }
  });
});
