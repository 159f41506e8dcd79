// Pull, compare, deploy and delete when something comes in between: nothing is lost or half written, and there is a word.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { commands, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { instanceOf, labelOf } from './atlas.ts';
import { confirm, confirmUpdate, doAs, isUpdate, patched, posted, withSignedInAtlas } from './creating.ts';
import { goOn, openDiffs } from './diffs.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { cancelAt } from './meanwhile.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { poll } from './poll.ts';
import { openNodes, shownWait } from './watchWindow.ts';

const webhook = { type: 'Https', name: 'webhook', url: 'https://mine.example.com' };
const consent: Answer = [/^Delete the connection “.*” from Atlas\?$/, 'Delete Connection'];
const typeName: Answer = [/^Delete connection: Type webhook/, 'webhook'];
const lastOf = (person: Person) => person.seen.at(-1) ?? '';

const isGet = ({ method, url }: SeenRequest) => method === 'GET' && url.includes('/connections');
const isDelete = ({ method }: SeenRequest) => method === 'DELETE';

const pull = (node?: unknown) => () => commands.executeCommand('streamconn.pullConnection', node);
const pullAll = (node?: unknown) => () => commands.executeCommand('streamconn.pullAll', node);
const compare = (document: TextDocument) => () =>
  commands.executeCommand('streamconn.compareWithAtlas', document.uri.toString());
const deploy = (document: TextDocument) => () =>
  commands.executeCommand('streamconn.deployConnection', document.uri.toString());
const remove = (node: unknown) => () => commands.executeCommand('streamconn.deleteConnection', node);

describe('when something comes in between', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  const root = () => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  let before: readonly string[] = [];
  beforeEach(async () => {
    await openFile(webhook);
    before = readdirSync(root());
  });
  const assertNothingWritten = () => assert.deepEqual(readdirSync(root()), before);
  const mine = () => {
    const document = window.activeTextEditor?.document;
    assert.ok(document);
    return document;
  };
  const instance = () => instanceOf(sandbox);
  const webhookNode = async () => {
    const nodes = await openNodes(labelOf(sandbox, 'serviceAccount'), 'Shop', 'orders');
    const found = nodes.find((node) => 'name' in node && node.name === 'webhook');
    assert.ok(found);
    return found;
  };

  describe('a connection that breaks off', () => {
    it('once is not noticed', async () => {
      sandbox.fault({ kind: 'cut off' }, isGet);
      await doAs(compare(mine()));
      assert.equal(openDiffs(), 1);
    });

    it('again and again is told, and nothing is written or sent', async () => {
      sandbox.fault({ kind: 'cut off', times: 99 }, isGet);
      const person = personWho();
      await Promise.all([pull()(), compare(mine())(), deploy(mine())()]);
      person.leave();
      const told = person.seen.filter((text) => text === 'The connection broke off before Atlas had answered in full.');
      assert.equal(told.length, 3);
      assertNothingWritten();
      assert.deepEqual([patched(sandbox), posted(sandbox)], [[], []]);
    });

    it('while it updates, it says that it may have been done; the file stays as it is', async () => {
      sandbox.fault({ kind: 'cut off' }, isUpdate);
      const document = mine();
      await doAs(deploy(document));
      const person = await doAs(goOn, confirmUpdate);
      assert.match(lastOf(person), /^The connection broke off .* look in Atlas before you try again\. File: \S+\.$/);
      assert.equal(patched(sandbox).length, 1);
      assert.deepEqual(JSON.parse(document.getText()), webhook);
    });

    it('while it deletes, it says that it may have been done', async () => {
      sandbox.fault({ kind: 'cut off' }, isDelete);
      const person = await doAs(remove(await webhookNode()), consent, typeName);
      assert.match(
        lastOf(person),
        /^Whether the connection “webhook” was deleted is not known\. The connection broke off .* look in Atlas/,
      );
    });
  });

  it('without a network, each says so, and nothing is written', async () => {
    const node = await webhookNode();
    await sandbox.stop();
    const person = personWho();
    await Promise.all([pull(node)(), compare(mine())(), remove(node)()]);
    person.leave();
    const unreachable = person.seen.filter((text) => text.includes('Atlas cannot be reached: nothing answers'));
    assert.equal(unreachable.length, 3);
    assertNothingWritten();
  });

  it('a sign-in that has ended is told by the view, and whose menu replaces the credential', async () => {
    sandbox.fault({ kind: 'reply', reply: refusals.unauthorized, times: 2 }, ({ url }) => url.includes('/streams'));
    const [failure] = await openNodes(labelOf(sandbox, 'serviceAccount'), 'Shop');
    assert.match(failure && 'text' in failure ? failure.text : '', /401.*Replace the credential/);
    const person = await doAs(
      () => commands.executeCommand('streamconn.replaceCredential', failure),
      [/^Client id: /, undefined],
    );
    assert.equal(person.seen.length, 1);
  });

  describe('deleted behind our back', () => {
    it('it cannot be opened as a file', async () => {
      const node = await webhookNode();
      instance().connections.delete('webhook');
      const person = await doAs(pull(node));
      assert.match(lastOf(person), /^The connection “webhook” is no longer in orders, so there is nothing to open\.$/);
      assertNothingWritten();
    });

    it('comparing offers to create it, and updating too', async () => {
      instance().connections.delete('webhook');
      const create: Answer = [/^There is no connection “webhook” in orders/, undefined];
      await doAs(compare(mine()), create);
      await doAs(
        () => commands.executeCommand('streamconn.updateConnection', mine().uri),
        confirmUpdate,
        [/404: .*no such connection/, 'Create Instead'],
        [confirm[0], undefined],
      );
      assert.deepEqual(posted(sandbox), []);
    });
  });

  describe('cancelled midway', () => {
    it('pull, compare and deploy end without a word, and nothing is written or sent', async () => {
      for (const act of [pull(), pullAll(), compare(mine()), deploy(mine())]) {
        sandbox.forgetRequests();
        const person = await doAs(() => cancelAt(sandbox, isGet, act));
        assert.deepEqual(person.seen, []);
      }
      assertNothingWritten();
      assert.deepEqual([patched(sandbox), posted(sandbox), openDiffs()], [[], [], 0]);
    });

    it('an update that has left is told to have been', async () => {
      await doAs(deploy(mine()));
      const person = await doAs(() => cancelAt(sandbox, isUpdate, goOn), confirmUpdate);
      assert.match(lastOf(person), /^Cancelled after the request had left\. .* look in Atlas/);
    });

    it('a deletion that has left is told to have been', async () => {
      const node = await webhookNode();
      const person = await doAs(() => cancelAt(sandbox, isDelete, remove(node)), consent, typeName);
      assert.match(lastOf(person), /^Whether the connection “webhook” was deleted is not known\. Cancelled after/);
    });
  });

  it('while it waits, the file can be renamed and its editor closed', async () => {
    sandbox.state.fates.set('shop', { pending: 3 });
    const document = await openFile(cluster);
    const person = personWho(confirm);
    await commands.executeCommand('streamconn.createConnection', document.uri.toString());
    await poll('the wait', shownWait);
    const edit = new WorkspaceEdit();
    edit.renameFile(document.uri, document.uri.with({ path: document.uri.path.replace('file', 'renamed') }));
    assert.ok(await workspace.applyEdit(edit));
    await closeAll();
    await poll('READY', () => person.seen.includes('The connection “shop” in orders is READY.'));
    assert.deepEqual(person.leave(), []);
    assert.equal(shownWait(), undefined);
  });
});
