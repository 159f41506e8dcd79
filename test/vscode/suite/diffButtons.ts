// The buttons of a diff: all that a deployment needs, though every message stays out of sight.
import assert from 'node:assert/strict';
import { commands, type TextDocument, window } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf, labelOf, targetOf } from './atlas.ts';
import { confirmUpdate, doAs, patched, withSignedInAtlas } from './creating.ts';
import { goOn, openDiffs, shownDiff } from './diffs.ts';
import { openFile } from './files.ts';
import { forget, remember } from './secrets.ts';
import { openNodes } from './watchWindow.ts';

const secret = 'hunter2-canary';
const broker = {
  type: 'Kafka',
  name: 'broker',
  bootstrapServers: 'new.example.com:9092',
  authentication: { mechanism: 'SCRAM-512', username: 'shop', password: '${secret:BUTTON_CANARY}' },
  security: { protocol: 'SASL_SSL' },
};
const inAtlas = 'broker.example.com:9092';

/** Who gives no answer to a message: only what is modal is asked. */
const run = (id: string, document?: TextDocument) =>
  doAs(() => commands.executeCommand(`streamconn.${id}`, document?.uri.toString()));

describe('the buttons of a diff', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  beforeEach(() => remember('BUTTON_CANARY', secret));
  afterEach(() => forget('BUTTON_CANARY'));

  const connections = () => instanceOf(sandbox).connections;
  const changeInAtlas = () =>
    connections().set('broker', { ...connections().get('broker'), bootstrapServers: 'theirs.example.com:9092' });

  for (const way of ['deployConnection', 'compareWithAtlas']) {
    it(`after ${way}, one question updates, which closes the diff`, async () => {
      const document = await openFile(broker);
      assert.deepEqual((await run(way, document)).seen, []);
      const { groupId } = targetOf(sandbox);
      const person = await doAs(goOn, confirmUpdate);
      assert.equal(person.details.length, 1);
      for (const line of [`Host: ${sandbox.origin}`, `Project: Shop (${groupId})`, 'Secrets read: BUTTON_CANARY'])
        assert.ok(person.details[0]?.includes(line), line);
      assert.equal(JSON.parse(patched(sandbox)[0]?.body ?? '').authentication.password, secret);
      assert.equal(openDiffs(), 0);
    });
  }

  it('of a connection of the view, they go to where that is', async () => {
    await openFile(broker);
    const nodes = await openNodes(labelOf(sandbox, 'serviceAccount'), 'Shop', 'orders');
    const node = nodes.find((candidate) => 'name' in candidate && candidate.name === 'broker');
    await doAs(() => commands.executeCommand('streamconn.compareWithAtlas', node));
    await doAs(goOn, confirmUpdate);
    assert.equal(connections().get('broker')?.bootstrapServers, broker.bootstrapServers);
  });

  it('the file gets what Atlas has as one edit that can be undone; it names its secrets as before', async () => {
    const document = await openFile(broker);
    const before = document.getText();
    await run('compareWithAtlas', document);
    await doAs(() => goOn('useAtlasVersion'));
    assert.deepEqual(JSON.parse(document.getText()), { ...broker, bootstrapServers: inAtlas });
    assert.deepEqual([document.isDirty, openDiffs(), window.activeTextEditor?.document], [true, 0, document]);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    assert.deepEqual(patched(sandbox), []);
  });

  it('a connection that has changed since is written nowhere: the new difference is shown', async () => {
    const document = await openFile(broker);
    await run('deployConnection', document);
    changeInAtlas();
    const person = await doAs(() => goOn('useAtlasVersion'));
    assert.match(person.seen[0] ?? '', /^The file or the connection in Atlas has changed/);
    assert.ok((await shownDiff()).left.includes('theirs.example.com'));
    assert.deepEqual([JSON.parse(document.getText()), openDiffs()], [broker, 1]);
    await doAs(() => goOn('useAtlasVersion'));
    assert.equal(JSON.parse(document.getText()).bootstrapServers, 'theirs.example.com:9092');
  });

  it('the file is opened beside the diff', async () => {
    const document = await openFile(broker);
    await run('deployConnection', document);
    await goOn('openComparedFile');
    assert.deepEqual([window.activeTextEditor?.document, openDiffs()], [document, 1]);
  });

  it('a newer diff takes the place of the last, and one that finds no difference closes it', async () => {
    const document = await openFile(broker);
    await run('compareWithAtlas', document);
    changeInAtlas();
    await run('compareWithAtlas', document);
    assert.equal(openDiffs(), 1);
    connections().set('broker', { ...connections().get('broker'), bootstrapServers: broker.bootstrapServers });
    await run('compareWithAtlas', document);
    assert.equal(openDiffs(), 0);
  });

  it('without a diff, each says so', async () => {
    await openFile(broker);
    for (const id of ['updateInAtlas', 'useAtlasVersion', 'openComparedFile'])
      assert.match((await run(id)).seen.at(-1) ?? '', /^This comparison is no longer kept/);
  });
});
