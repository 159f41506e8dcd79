// What Atlas refused of a file goes as soon as the two agree, the file is deployed, or goes elsewhere.
import assert from 'node:assert/strict';
import { commands, languages, type TextDocument, window, workspace } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirm, confirmUpdate, create, doAs, isCreate, update } from './creating.ts';
import { deployAs, deploy as deployFolder, fileOf, withDeployFolder, write } from './deploying.ts';
import { goOn } from './diffs.ts';
import { withPlan } from './planPick.ts';
import { poll } from './poll.ts';
import { allHere, pick, pull, pullAll, root } from './pulling.ts';

const shop = { type: 'Https', name: 'shop', url: 'https://hooks.example.com/shop' };
const other = { ...shop, url: 'https://hooks.example.com/other' };

const refusedIn = ({ uri }: TextDocument) => languages.getDiagnostics(uri).filter(({ source }) => source === 'Atlas');

describe('a refusal goes', () => {
  let sandbox: Sandbox;
  withDeployFolder((started) => {
    sandbox = started;
  });

  const inAtlas = (connection: object) =>
    instanceOf(sandbox).connections.set('shop', { ...connection, state: 'READY' });
  const file = () => fileOf('shop').toString();

  /** A file that Atlas has refused. */
  async function openRefused(): Promise<TextDocument> {
    write({ shop });
    const { document } = await window.showTextDocument(fileOf('shop'), { preview: false });
    sandbox.fault({ kind: 'reply', reply: refusals.invalid('Invalid url.') }, isCreate);
    await create(document, confirm);
    await poll('the refusal', () => refusedIn(document).length === 1);
    return document;
  }
  const isGone = (document: TextDocument) => poll('no refusal', () => refusedIn(document).length === 0);
  const folder = () =>
    `$(folder) ${
      fileOf('shop')
        .path.slice(root().length + 1)
        .split('/')[0]
    }`;

  const looks: readonly (readonly [string, () => Thenable<unknown>])[] = [
    ['Compare', () => doAs(() => commands.executeCommand('streamconn.compareWithAtlas', file()))],
    ['Deploy', () => doAs(() => commands.executeCommand('streamconn.deployConnection', file()))],
    ['Deploy Folder', () => doAs(deployFolder)],
    ['Pull', () => doAs(pull, pick('shop'), pick(folder()))],
    ['Pull All', () => doAs(pullAll, [allHere[0], folder()], [/^Pull /, undefined])],
  ];
  for (const [name, look] of looks) {
    it(`when ${name} finds no difference`, async () => {
      const document = await openRefused();
      inAtlas(shop);
      await look();
      await isGone(document);
    });
  }

  it('not when one is found', async () => {
    const document = await openRefused();
    inAtlas(other);
    await doAs(() => commands.executeCommand('streamconn.compareWithAtlas', file()));
    await doAs(() => withPlan(deployFolder, (plan) => plan.escape()));
    assert.equal(refusedIn(document).length, 1);
  });

  const ways: readonly (readonly [string, (document: TextDocument) => Thenable<unknown>])[] = [
    ['Create', (document) => create(document, confirm)],
    ['Deploy Folder', () => deployAs()],
  ];
  for (const [name, send] of ways) {
    it(`with ${name}`, async () => {
      const document = await openRefused();
      await send(document);
      await isGone(document);
    });
  }

  it('with Update, with or without a diff', async () => {
    for (const isShown of [true, false]) {
      instanceOf(sandbox).connections.delete('shop');
      const document = await openRefused();
      inAtlas(other);
      if (isShown) await doAs(() => commands.executeCommand('streamconn.deployConnection', file()));
      await (isShown ? doAs(goOn, confirmUpdate) : update(document, confirmUpdate));
      await isGone(document);
    }
  });

  it('when the target of its file changes, and not with another setting', async () => {
    const document = await openRefused();
    const settings = () => workspace.getConfiguration('streamconn', document.uri);
    const { globalValue, workspaceValue } = settings().inspect('request.pretty') ?? {};
    await settings().update('request.pretty', !globalValue, true);
    await settings().update('request.pretty', globalValue, true);
    assert.deepEqual([refusedIn(document).length, workspaceValue], [1, undefined]);
    const target = settings().inspect('instance');
    await settings().update('instance', 'payments', false);
    await isGone(document);
    await settings().update('instance', target?.workspaceValue, false);
  });
});
