// A workspace of two folders, each with a target of its own.
import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf, setTarget, targetOf } from '../suite/atlas.ts';
import { confirm, create, doAs, posted, withSignedInAtlas } from '../suite/creating.ts';
import { closeAll, cluster } from '../suite/files.ts';
import type { Answer } from '../suite/person.ts';
import { accept, withPlan } from '../suite/planPick.ts';
import { openNodes } from '../suite/watchWindow.ts';
import { folder, openShop, setTargetOf, settingsOf, targetLensBecomes } from './folders.ts';

describe('two folders with two targets', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  beforeEach(async () => {
    await setTarget(undefined, undefined);
    const { groupId } = targetOf(sandbox);
    await setTargetOf('dev', groupId, 'orders');
    await setTargetOf('prod', groupId, 'payments');
  });
  afterEach(async () => {
    await setTargetOf('dev', undefined, undefined);
    await setTargetOf('prod', undefined, undefined);
  });

  const urls = () => posted(sandbox).map(({ url }) => url.replace(/.*streams/, ''));
  const choose = (project: string, instance: string): Answer[] => [
    [/project$/, project],
    [/stream instance \(workspace\)$/, instance],
  ];

  it('each file has the lens of its folder, and is sent to where that says', async () => {
    const [dev, prod] = [await openShop('dev', cluster), await openShop('prod', cluster)];
    const person = await create(prod, confirm);
    assert.match(person.details[0] ?? '', /^File: prod\/shop\.streamconn\.json\n[\s\S]*\(workspace\): payments\n/);
    assert.match(person.seen.at(-1) ?? '', /^Created the Cluster connection “shop” in payments\. .*File: prod\/shop/);
    await create(dev, confirm);
    assert.deepEqual(urls(), ['/payments/connections', '/orders/connections']);
    await targetLensBecomes(dev, 'Shop / orders');
    await targetLensBecomes(prod, 'Shop / payments');
  });

  it('a file is compared with, and deletes, the connection of its own target', async () => {
    const prod = await openShop('prod', cluster);
    await create(prod, confirm);
    const compared = await doAs(() => commands.executeCommand('streamconn.compareWithAtlas', prod.uri.toString()));
    assert.match(compared.seen.at(-1) ?? '', /“shop” in payments .*File: prod\/shop\.streamconn\.json\.$/);
    const deleted = await doAs(
      () => commands.executeCommand('streamconn.deleteConnection', prod.uri.toString()),
      [/^Delete the connection/, undefined],
    );
    assert.match(deleted.details[0] ?? '', /^File: prod\/shop\.streamconn\.json\n[\s\S]*\(workspace\): payments\n/);
  });

  it('choosing the target of a file writes the settings of its folder, and no other', async () => {
    const prod = await openShop('prod', cluster);
    const before = settingsOf('dev');
    await doAs(
      () => commands.executeCommand('streamconn.chooseTarget', prod.uri.toString()),
      ...choose('Weather', 'stations'),
    );
    assert.equal(settingsOf('prod')['streamconn.instance'], 'stations');
    assert.deepEqual(settingsOf('dev'), before);
    await targetLensBecomes(prod, 'Weather / stations');
    await targetLensBecomes(await openShop('dev', cluster), `${targetOf(sandbox).groupId} / orders`);
  });

  it('without a file, it asks for which folder; from the view, too', async () => {
    await closeAll();
    const inProd: Answer = [/folder$/, 'prod'];
    const asked = await doAs(
      () => commands.executeCommand('streamconn.chooseTarget'),
      inProd,
      ...choose('Weather', 'stations'),
    );
    assert.match(asked.offered[0] ?? '', /dev \| (Shop|[0-9a-f]{24}) \/ orders$/);
    assert.equal(settingsOf('prod')['streamconn.instance'], 'stations');
    const nodes = await openNodes(labelOf(sandbox, 'serviceAccount'), 'Shop');
    const node = nodes.find((one) => one.kind === 'instance' && one.tenantName === 'payments');
    await doAs(() => commands.executeCommand('streamconn.chooseAsTarget', node), inProd);
    assert.equal(settingsOf('prod')['streamconn.instance'], 'payments');
    assert.equal(settingsOf('dev')['streamconn.instance'], 'orders');
  });

  it('a file of a folder without a target asks for one, whatever the other folder has', async () => {
    await setTargetOf('prod', undefined, undefined);
    const prod = await openShop('prod', cluster);
    await targetLensBecomes(prod, 'Choose target');
    await create(prod, ...choose('Shop', 'payments'), confirm);
    assert.deepEqual(urls(), ['/payments/connections']);
    assert.equal(settingsOf('prod')['streamconn.instance'], 'payments');
  });

  it('pulling asks whose target is meant, only where they differ', async () => {
    await closeAll();
    const whose: Answer = [/^Pull all connections$/, 'prod'];
    const pull = () => commands.executeCommand('streamconn.pullAll');
    const asked = await doAs(pull, whose);
    assert.match(asked.seen.at(-1) ?? '', /in payments yet/);
    await setTargetOf('dev', targetOf(sandbox).groupId, 'payments');
    assert.match((await doAs(pull)).seen.at(-1) ?? '', /in payments yet/);
  });

  describe('deploying', () => {
    const deploy = (...names: ('dev' | 'prod')[]) => {
      const [first, ...others] = names.map(folder);
      return commands.executeCommand('streamconn.deploySelection', first, [first, ...others]);
    };
    beforeEach(async () => {
      await openShop('dev', cluster);
      await openShop('prod', cluster);
      await closeAll();
    });

    it('one of them sends to its own target, each file named', async () => {
      const yes: Answer = [/^Deploy one connection to payments\?$/, 'Deploy'];
      const person = await doAs(() => withPlan(() => deploy('prod'), accept), yes);
      assert.match(person.details[0] ?? '', /^To create: “shop” \(prod\/shop\.streamconn\.json\)\n/);
      assert.deepEqual(urls(), ['/payments/connections']);
    });

    it('both at once is refused, and says where each would go', async () => {
      const person = await doAs(() => deploy('dev', 'prod'));
      assert.match(person.seen.at(-1) ?? '', /so nothing was deployed\..*dev: .* \/ orders, prod: .* \/ payments\.$/);
      assert.deepEqual(urls(), []);
    });

    it('both at once goes where both have one target', async () => {
      await setTargetOf('prod', targetOf(sandbox).groupId, 'orders');
      const person = await doAs(() => withPlan(() => deploy('dev', 'prod'), accept));
      assert.ok(!person.seen.join().includes('different targets'));
    });
  });

  it('an untitled file goes to the target of the workspace', async () => {
    await setTarget(targetOf(sandbox).groupId, 'orders');
    await setTargetOf('dev', targetOf(sandbox).groupId, 'payments');
    const document = await workspace.openTextDocument({ language: 'streamconn', content: JSON.stringify(cluster) });
    const person = await create(document, confirm);
    assert.match(person.details[0] ?? '', /^File: Untitled-\d+ \(unsaved changes\)\n/);
    assert.deepEqual(urls(), ['/orders/connections']);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
