// Where pulled connections come from and go to: nodes of the view, whatever the target is; windows without a folder.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, window, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf, labelOf, setTarget, targetOf } from './atlas.ts';
import { doAs } from './creating.ts';
import { closeFolder } from './files.ts';
import type { Answer, Person } from './person.ts';
import { root, withPullFolder } from './pulling.ts';
import { openNodes } from './watchWindow.ts';

const pull = (node: unknown) => () => commands.executeCommand('streamconn.pullConnection', node);
const pullAll = (node: unknown) => () => commands.executeCommand('streamconn.pullAll', node);
const lastOf = (person: Person) => person.seen.at(-1) ?? '';

describe('pull from the Connections view', () => {
  let sandbox: Sandbox;
  withPullFolder((started) => {
    sandbox = started;
  });

  const nodeOf = async (name: string, ...path: string[]) => {
    const nodes = await openNodes(labelOf(sandbox, 'serviceAccount'), 'Shop', ...path);
    const found = nodes.find(
      (node) => (node.kind === 'instance' && node.tenantName === name) || ('name' in node && node.name === name),
    );
    assert.ok(found);
    return found;
  };

  describe('without a folder', () => {
    it('a pulled connection is a new file that is saved where the person likes', async () => {
      const node = await nodeOf('broker', 'orders');
      const reopen = closeFolder();
      const person = await doAs(pull(node)).finally(reopen);
      const { document } = window.activeTextEditor ?? {};
      assert.deepEqual([document?.isUntitled, document?.languageId], [true, 'streamconn']);
      assert.equal(JSON.parse(document?.getText() ?? '').name, 'broker');
      assert.match(lastOf(person), /as Atlas has it\. Store its secrets/);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('all connections go into a folder that is asked for; cancelled, nowhere', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'streamconn-pulled-'));
      const node = await nodeOf('orders');
      const reopen = closeFolder();
      const stay = workspace.findFiles;
      Object.assign(workspace, { findFiles: async () => [] });
      try {
        await doAs(pullAll(node), [/^Pull all connections$/, undefined]);
        assert.deepEqual(readdirSync(folder), []);
        const agree: Answer = [/^Pull 4 connections of orders into /, 'Pull'];
        await doAs(pullAll(node), [/^Pull all connections$/, folder], agree);
        assert.equal(readdirSync(folder).length, 4);
      } finally {
        Object.assign(workspace, { findFiles: stay });
        reopen();
        rmSync(folder, { recursive: true });
      }
    });
  });

  it('the menus of the view pull from the very instance, whatever the target is', async () => {
    const [broker, orders] = [await nodeOf('broker', 'orders'), await nodeOf('orders')];
    await setTarget(targetOf(sandbox).groupId, 'payments');
    const folder: Answer = [/^(Open connection as file|Pull all connections)$/, '$(folder)'];
    await doAs(pull(broker), folder);
    assert.ok(readdirSync(root()).includes('broker.streamconn.json'));
    const person = await doAs(pullAll(orders), folder, [/^Pull 4 connections of orders into /, 'Pull']);
    assert.match(lastOf(person), /^Pulled the connections of orders: 3 new, 0 replaced, 0 kept as before, 1 the same/);
  });

  it('what nests too deeply for a file is said, and not counted as made', async () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 200; level++) deep = { deep };
    const name = 'webhook';
    const { connections } = instanceOf(sandbox);
    connections.set(name, { ...connections.get(name), deep });
    const orders = await nodeOf('orders');
    const folder: Answer = [/^Pull all connections$/, '$(folder)'];
    const person = await doAs(pullAll(orders), folder, [/^Pull 4 connections of orders into /, 'Pull']);
    assert.ok(person.seen.includes('The connection “webhook” nests too deeply for a file, so none was made.'));
    assert.match(lastOf(person), /^Pulled the connections of orders: 3 new,/);
    assert.ok(!readdirSync(root()).includes('webhook.streamconn.json'));
  });
});
