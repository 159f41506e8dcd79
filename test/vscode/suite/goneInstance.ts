// Commands of the Connections view on what is gone by then: the view shows that, and the target has nothing to do with it.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { commands } from 'vscode';
import type { ViewNode } from '../../../client/src/editor/view/nodes.ts';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { labelOf, targetOf } from './atlas.ts';
import { doAs, withSignedInAtlas } from './creating.ts';
import { openFile, removeConnectionFiles } from './files.ts';
import { type Person, personWho } from './person.ts';
import { connectionsProvider, openNodes } from './watchWindow.ts';

const lastOf = (person: Person) => person.seen.at(-1) ?? '';
const isGet = ({ url }: SeenRequest) => url.includes('/connections/');

describe('commands of the Connections view on what is gone', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  beforeEach(async () => {
    removeConnectionFiles();
    const { uri } = await openFile({ type: 'Https', name: 'webhook', url: 'https://mine.example.com' });
    file = uri.fsPath;
  });
  afterEach(() => rmSync(file));
  let file: string;

  /** Each command, on a node that has been shown. */
  async function actsOnNodes(): Promise<readonly (readonly [command: string, node: ViewNode | undefined])[]> {
    const label = labelOf(sandbox, 'serviceAccount');
    const instance = (await openNodes(label, 'Shop')).find(
      (node) => node.kind === 'instance' && node.tenantName === 'orders',
    );
    const connection = (await openNodes(label, 'Shop', 'orders')).find(
      (node) => node.kind === 'connection' && node.name === 'webhook',
    );
    return [
      ['deleteConnection', connection],
      ['pullConnection', connection],
      ['compareWithAtlas', connection],
      ['pullAll', instance],
    ];
  }

  /** What is said, with the buttons under it, and whether the whole view is drawn anew. */
  async function run(command: string, node: ViewNode | undefined) {
    let isRedrawn = false;
    const listening = (await connectionsProvider()).onDidChangeTreeData?.((changed) => {
      isRedrawn ||= changed === undefined;
    });
    const person = await doAs(() => commands.executeCommand(`streamconn.${command}`, node));
    listening?.dispose();
    return { said: lastOf(person), isRedrawn };
  }

  it('an instance: said as such, and the view shows what there is', async () => {
    const acts = await actsOnNodes();
    sandbox.state.projects.get(targetOf(sandbox).groupId)?.instances.delete('orders');
    for (const [command, node] of acts) {
      const { said, isRedrawn } = await run(command, node);
      assert.match(said, /^The stream instance \(workspace\) “orders” is no longer in Shop, /, command);
      assert.ok(isRedrawn, command);
    }
    const left = await openNodes(labelOf(sandbox, 'serviceAccount'), 'Shop');
    assert.ok(!left.some((node) => node.kind === 'instance' && node.tenantName === 'orders'));
  });

  it('a project, of which Atlas does not tell that it is gone: the view shows what there is', async () => {
    const acts = await actsOnNodes();
    sandbox.state.projects.delete(targetOf(sandbox).groupId);
    for (const [command, node] of acts) {
      const { said, isRedrawn } = await run(command, node);
      assert.match(said, /^(The connection “webhook” was not deleted\. )?Atlas refused with 401/, command);
      assert.ok(isRedrawn, command);
    }
  });

  it('a page in the place of an answer does not make a connection absent: nothing is offered to be created', async () => {
    sandbox.fault({ kind: 'not json', status: 404 }, isGet);
    const person = personWho();
    await commands.executeCommand('streamconn.compareWithAtlas');
    person.leave();
    assert.match(lastOf(person), /^Atlas refused with 404\. .*a proxy or a sign-in page may stand in between/);
  });
});
