// The Connections view in the editor: what it asks Atlas for and when, and what its menus do.
import assert from 'node:assert/strict';
import { commands, env, workspace } from 'vscode';
import { credentialOf, type ViewNode } from '../../../client/src/editor/view/nodes.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf, signIn, signOut, targetOf } from './atlas.ts';
import { confirm, create, doAs, withSignedInAtlas } from './creating.ts';
import { cluster, openFile } from './files.ts';
import { poll } from './poll.ts';
import { connectionsProvider, openNodes } from './watchWindow.ts';

describe('the Connections view', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  const label = () => labelOf(sandbox, 'serviceAccount');
  const orders = () => openNodes(label(), 'Shop', 'orders');
  const named = (nodes: readonly ViewNode[], name: string) => {
    const node = nodes.find((candidate) => 'name' in candidate && candidate.name === name);
    assert.ok(node);
    return node;
  };
  /** What is drawn anew while something is done. */
  async function redrawnBy(act: () => Thenable<unknown>): Promise<readonly (ViewNode | undefined)[]> {
    const redrawn: (ViewNode | undefined)[] = [];
    const provider = await connectionsProvider();
    const listening = provider.onDidChangeTreeData?.((node) => {
      redrawn.push(Array.isArray(node) ? node[0] : (node ?? undefined));
    });
    await act();
    listening?.dispose();
    return redrawn;
  }

  it('asks nothing of Atlas when it is shown, only when a credential is opened', async () => {
    await openFile(cluster);
    await commands.executeCommand('streamconn.connections.focus');
    const nodes = await openNodes();
    assert.deepEqual(
      nodes.map(({ kind }) => kind),
      ['credential'],
    );
    assert.deepEqual(sandbox.requests, []);
    assert.equal((await openNodes(label())).length, 2);
    assert.ok(sandbox.requests.length > 0);
  });

  it('shows each connection with type, state and region, in words and for a screen reader', async () => {
    const provider = await connectionsProvider();
    const [broker] = await orders();
    assert.ok(broker);
    const item = await provider.getTreeItem(broker);
    assert.equal(item.label, 'broker');
    assert.equal(item.description, 'Kafka · READY · VIRGINIA_USA');
    assert.equal(item.contextValue, 'streamconn.connection');
    assert.match(item.accessibilityInformation?.label ?? '', /^Connection broker, Kafka, state READY/);
  });

  it('copies the name of a connection', async () => {
    const node = named(await orders(), 'webhook');
    await doAs(() => commands.executeCommand('streamconn.copyConnectionName', node));
    assert.equal(await env.clipboard.readText(), 'webhook');
    const refused = await doAs(() => commands.executeCommand('streamconn.copyConnectionName', { ...node }));
    assert.match(refused.seen.join(), /no address of a file/);
  });

  it('makes an instance the target', async () => {
    const payments = (await openNodes(label(), 'Shop')).at(-1);
    const person = await doAs(() => commands.executeCommand('streamconn.chooseAsTarget', payments));
    assert.deepEqual(person.seen, ['Connections now go to Shop / payments.']);
    const settings = workspace.getConfiguration('streamconn');
    assert.deepEqual([settings.get('projectId'), settings.get('instance')], [targetOf(sandbox).groupId, 'payments']);
  });

  it('is drawn anew on demand: all of it, a node, or what failed', async () => {
    const refresh = (node?: ViewNode) =>
      redrawnBy(() => commands.executeCommand('streamconn.refreshConnections', node));
    const [shop] = await openNodes(label());
    const connection = (await orders())[0];
    assert.deepEqual(await refresh(), [undefined]);
    assert.deepEqual(await refresh(shop), [shop]);
    assert.equal((await refresh(connection))[0]?.kind, 'instance');
    sandbox.fault({ kind: 'not json' }, ({ url }) => url.includes('/streams'));
    const provider = await connectionsProvider();
    const [failure] = await openNodes(label(), 'Shop');
    assert.equal(failure?.kind, 'failure');
    const { command } = await provider.getTreeItem(failure);
    const again = await redrawnBy(() => commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? [])));
    assert.deepEqual(
      again.map((node) => node?.kind),
      ['project'],
    );
  });

  it('is drawn anew after a create, where its instance has been shown', async () => {
    await orders();
    const document = await openFile(cluster);
    const redrawn = await redrawnBy(() => create(document, confirm));
    assert.ok(redrawn.some((node) => node?.kind === 'instance' && node.tenantName === 'orders'));
    assert.ok(named(await orders(), 'shop'));
  });

  it('is drawn anew after a create below each credential that shows the instance', async () => {
    await signIn(sandbox, 'apiKey');
    for (const other of [labelOf(sandbox, 'apiKey'), label()]) await openNodes(other, 'Shop', 'orders');
    const document = await openFile(cluster);
    const redrawn = await redrawnBy(() => create(document, [/^Atlas credentials$/, label()], confirm));
    await signOut(labelOf(sandbox, 'apiKey'));
    const orders = redrawn.filter((node) => node?.kind === 'instance' && node.tenantName === 'orders');
    assert.equal(new Set(orders.map((node) => node && credentialOf(node).id)).size, 2);
  });

  it('follows the list of credentials', async () => {
    const added = await redrawnBy(async () => {
      await signIn(sandbox, 'apiKey');
      await poll('the credential', async () => (await openNodes()).length === 2);
    });
    assert.ok(added.includes(undefined));
    const removed = await redrawnBy(() => signOut(labelOf(sandbox, 'apiKey')));
    assert.ok(removed.includes(undefined));
    assert.equal((await openNodes()).length, 1);
  });

  it('loading is cancelled by its button', async () => {
    sandbox.fault({ kind: 'silent' }, ({ url }) => url.includes('/streams'));
    const loading = openNodes(label(), 'Shop');
    await poll('the request', () => sandbox.requests.some(({ url }) => url.includes('/streams')));
    await doAs(() => commands.executeCommand('streamconn.cancelLoading'));
    assert.deepEqual(
      (await loading).map((node) => 'text' in node && node.text),
      ['Cancelled. Nothing was done in Atlas.'],
    );
  });
});
