// A map that a file has no more: an update says that it is empty, for Atlas may keep what is not spoken of.
import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirmUpdate, doAs, patched } from './creating.ts';
import { deployAs, deploy as deployFolder, lastOf, withDeployFolder, write } from './deploying.ts';
import { goOn } from './diffs.ts';
import { openFile } from './files.ts';
import { poll } from './poll.ts';
import { forget, remember } from './secrets.ts';

const webhook = { type: 'Https', name: 'webhook', url: 'https://hooks.example.com/orders' };
const broker = {
  type: 'Kafka',
  name: 'broker',
  bootstrapServers: 'broker.example.com:9092',
  authentication: { mechanism: 'SCRAM-512', username: 'shop', password: '${secret:EMPTIED_CANARY}' },
  security: { protocol: 'SASL_SSL' },
};
const secret = 'hunter2-canary';

describe('a map that is gone from the file', () => {
  let sandbox: Sandbox;
  withDeployFolder((started) => {
    sandbox = started;
  });
  beforeEach(async () => {
    await remember('EMPTIED_CANARY', secret);
    const { connections } = instanceOf(sandbox);
    connections.set('webhook', { ...connections.get('webhook'), headers: { Authorization: 'Bearer hunter2-atlas' } });
    connections.set('broker', { ...connections.get('broker'), config: { 'client.id': 'shop' } });
  });
  afterEach(() => forget('EMPTIED_CANARY'));
  /** The files that say what was sent, in the order of their names. */
  const sent = () =>
    patched(sandbox)
      .map(({ body }) => JSON.parse(body.replace(secret, broker.authentication.password)))
      .sort((a, b) => (a.name < b.name ? -1 : 1));

  for (const [file, key] of [
    [webhook, 'headers'],
    [broker, 'config'],
  ] as const) {
    it(`${key}: deploying the file takes it from the connection`, async () => {
      const document = await openFile(file);
      const deploy = () => commands.executeCommand('streamconn.deployConnection', document.uri.toString());
      await doAs(deploy);
      await doAs(goOn, confirmUpdate);
      assert.deepEqual(sent(), [{ ...file, [key]: {} }]);
      assert.deepEqual(instanceOf(sandbox).connections.get(file.name)?.[key], {});
      assert.match(lastOf(await doAs(deploy)), /^Nothing to deploy/);
    });

    it(`${key}: so does updating it without a look at what differs`, async () => {
      const { uri } = await openFile(file);
      await doAs(() => commands.executeCommand('streamconn.updateConnection', uri.toString()), confirmUpdate);
      assert.deepEqual(sent(), [{ ...file, [key]: {} }]);
    });
  }

  it('deploying the folder does so, too', async () => {
    write({ webhook, broker });
    await deployAs();
    assert.deepEqual(sent(), [
      { ...broker, config: {} },
      { ...webhook, headers: {} },
    ]);
    assert.match(lastOf(await doAs(deployFolder)), /^Nothing to deploy: all 2 files match orders/);
  });

  it('the preview shows the file as it is', async () => {
    const document = await openFile(webhook);
    await doAs(() => commands.executeCommand('streamconn.previewRequest', document.uri.toString()));
    const shown = await poll('the preview', () =>
      window.visibleTextEditors.find((editor) => editor.document.uri.scheme === 'streamconn-preview'),
    );
    assert.ok(!shown.document.getText().includes('headers'));
  });
});
