// Deleting a connection: asked for with all that hangs on it, confirmed by its name, waited for until it is gone.
import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf, labelOf, targetOf } from './atlas.ts';
import { doAs, pathOf, withSignedInAtlas } from './creating.ts';
import { closeAll, cluster, openFile } from './files.ts';
import type { Answer } from './person.ts';
import { openNodes, shownWait } from './watchWindow.ts';

describe('delete connection', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  const instance = () => instanceOf(sandbox);
  const deletions = () => sandbox.requests.filter(({ method }) => method === 'DELETE');
  const node = async (name: string) => {
    const nodes = await openNodes(labelOf(sandbox, 'serviceAccount'), 'Shop', 'orders');
    return nodes.find((candidate) => 'name' in candidate && candidate.name === name);
  };
  const consent: Answer = [/^Delete the connection “.*” from Atlas\?$/, 'Delete Connection'];
  const type = (name: string | undefined): Answer => [/^Delete connection: Type /, name];
  const remove = async (name: string, ...answers: Answer[]) => {
    const chosen = await node(name);
    return doAs(() => commands.executeCommand('streamconn.deleteConnection', chosen), ...answers);
  };

  it('names what goes, asks for the name, and waits until it is gone', async () => {
    sandbox.state.fates.set('webhook', { deleting: 2 });
    const person = await remove('webhook', consent, type('webhook'));
    assert.deepEqual(person.details[0]?.split('\n').slice(0, 8), [
      `Host: ${sandbox.origin}`,
      `Credential: ${labelOf(sandbox, 'serviceAccount')}`,
      `Project: Shop (${targetOf(sandbox).groupId})`,
      'Stream instance (workspace): orders',
      'Connection: webhook',
      '',
      'Used by stream processors; Atlas refuses while one of them runs:',
      '• notifyOrders (STOPPED)',
    ]);
    assert.deepEqual(
      deletions().map(({ url }) => url),
      [`${pathOf(sandbox)}/webhook`],
    );
    assert.equal(person.seen.at(-1), 'The connection “webhook” in orders is deleted.');
    assert.deepEqual([instance().connections.has('webhook'), shownWait()], [false, undefined]);
  });

  it('another name is not taken', async () => {
    const person = await remove('webhook', consent, type(undefined));
    const check = person.boxes.at(-1)?.validateInput;
    assert.equal(check?.('warehouse'), 'Type webhook, or press Escape to keep it.');
    assert.equal(check?.('webhook'), undefined);
  });

  for (const [when, answers] of [
    ['at the question', [[consent[0], undefined]]],
    ['at the name', [consent, type(undefined)]],
  ] as const satisfies readonly (readonly [string, readonly Answer[]])[]) {
    it(`cancelled ${when}, nothing is deleted`, async () => {
      await remove('webhook', ...answers);
      assert.deepEqual(deletions(), []);
      assert.ok(instance().connections.has('webhook'));
    });
  }

  it('what a running processor uses is refused, with the processors named', async () => {
    const person = await remove('sample_stream_solar', consent, type('sample_stream_solar'));
    assert.match(person.details[0] ?? '', /• collectSolar \(STARTED\)/);
    const said = person.seen.at(-1) ?? '';
    assert.match(said, /^The connection “sample_stream_solar” was not deleted\. Atlas refused with 403/);
    assert.match(said, /Stop the stream processors .* It is used by collectSolar \(STARTED\)\.$/);
  });

  it('what was deleted behind our back is said as done', async () => {
    const chosen = await node('webhook');
    instance().connections.delete('webhook');
    const remove = () => commands.executeCommand('streamconn.deleteConnection', chosen);
    const person = await doAs(remove, consent, type('webhook'));
    assert.equal(person.seen.at(-1), 'The connection “webhook” in orders was deleted already.');
  });

  it('what Atlas is still setting up is tried again until it goes', async () => {
    const { connections } = instance();
    connections.set('broker', { ...connections.get('broker'), state: 'PENDING' });
    // The view looks once, and each try that is refused once.
    sandbox.state.fates.set('broker', { pending: 3 });
    const person = await remove('broker', consent, type('broker'));
    assert.equal(deletions().length, 3);
    assert.equal(person.seen.at(-1), 'The connection “broker” in orders is deleted.');
  });

  it('one that Atlas does not take away is told', async () => {
    sandbox.state.fates.set('webhook', { deletionFails: true });
    const person = await remove('webhook', consent, type('webhook'));
    assert.match(
      person.seen.at(-1) ?? '',
      /^The connection “webhook” in orders has FAILED\. Atlas did not take it away/,
    );
  });

  it('without a network nothing is asked', async () => {
    const chosen = await node('webhook');
    const isProcessors = ({ url }: { url: string }) => url.includes('/processors');
    sandbox.fault({ kind: 'malformed' }, isProcessors);
    const person = await doAs(() => commands.executeCommand('streamconn.deleteConnection', chosen));
    assert.match(person.seen.join(), /^The connection “webhook” was not deleted\. The answer is not HTTP/);
  });

  it('where Atlas does not tell the processors, the question says so', async () => {
    const refused = { status: 403, body: { error: 403, errorCode: 'X', reason: 'Forbidden' } };
    sandbox.fault({ kind: 'reply', reply: refused }, ({ url }) => url.includes('/processors'));
    const person = await remove('webhook', [consent[0], undefined]);
    assert.match(person.details[0] ?? '', /Which stream processors use it could not be found out\./);
  });

  it('two clicks are one question', async () => {
    const chosen = await node('webhook');
    const twice = () => Promise.all([1, 2].map(() => commands.executeCommand('streamconn.deleteConnection', chosen)));
    await doAs(twice, [consent[0], undefined]);
  });

  it('from the palette it is the connection of the open file’s name, in the target', async () => {
    await openFile({ ...cluster, name: 'webhook' });
    const person = await doAs(() => commands.executeCommand('streamconn.deleteConnection'), consent, type('webhook'));
    assert.match(
      person.details[0] ?? '',
      /Project: Shop .*\nStream instance \(workspace\): orders\nConnection: webhook/,
    );
    assert.equal(person.seen.at(-1), 'The connection “webhook” in orders is deleted.');
  });

  it('a file without a name asks for it; without a file, there is nothing to delete', async () => {
    await openFile({ type: 'Cluster', clusterName: 'Shop' });
    const name: Answer = [/^Delete connection: name: /, 'webhook'];
    await doAs(() => commands.executeCommand('streamconn.deleteConnection'), name, [consent[0], undefined]);
    await closeAll();
    const person = await doAs(() => commands.executeCommand('streamconn.deleteConnection'));
    assert.match(person.seen.join(), /^Open a \*\.streamconn\.json file first, or choose a connection/);
  });
});
