// After a create or an update: the status bar says how far Atlas is, and one message says the end.
import assert from 'node:assert/strict';
import { commands, type TextDocument, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf } from './atlas.ts';
import { confirm, confirmUpdate, create, pathOf, withSignedInAtlas } from './creating.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { poll } from './poll.ts';
import { shownWait } from './watchWindow.ts';

describe('waiting for a connection', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  afterEach(async () => {
    for (let left = shownWait(); left; left = shownWait()) await stop();
  });

  const looks = () =>
    sandbox.requests.filter(({ method, url }) => method === 'GET' && url.startsWith(`${pathOf(sandbox)}/`));
  const stop = async (...answers: Answer[]) => {
    const person = personWho(...answers);
    await commands.executeCommand('streamconn.stopWaiting');
    await poll('the wait to end', () => answers.length > 0 || shownWait() === undefined);
    person.leave();
    return person;
  };
  /** Runs the command, and reads on until something is said that matches. */
  async function untilSaid(run: () => Thenable<unknown>, words: RegExp, way = confirm): Promise<Person> {
    const person = personWho(way);
    try {
      await run();
      await poll(`${words}`, () => person.seen.some((text) => words.test(text)));
    } finally {
      person.leave();
    }
    return person;
  }
  const createIt = (document: TextDocument) => () =>
    commands.executeCommand('streamconn.createConnection', document.uri.toString());

  it('a connection that is READY at once needs no waiting and no further word', async () => {
    const person = await create(await openFile(cluster), confirm);
    assert.match(person.seen.at(-1) ?? '', /^Created .* Its state is READY\. File: \S+\.$/);
    assert.deepEqual([looks().length, shownWait()], [0, undefined]);
  });

  it('the status bar says the state while it is PENDING, also when the file is closed, and a message says READY', async () => {
    sandbox.state.fates.set('shop', { pending: 2 });
    const document = await openFile(cluster);
    const person = await untilSaid(async () => {
      await createIt(document)();
      const { text, tooltip, accessibilityInformation } = await poll('the item', shownWait);
      assert.equal(text, '$(sync~spin) shop: PENDING');
      assert.match(String(tooltip), /^Waiting for Atlas\nshop in orders: PENDING\nClick to stop waiting/);
      assert.equal(accessibilityInformation?.label, 'Waiting for Atlas. shop in orders: PENDING');
      await closeAll();
    }, /is READY/);
    assert.deepEqual(person.seen.slice(-2), [
      `Created the Cluster connection “shop” in orders. Its state is PENDING. File: ${workspace.asRelativePath(document.uri)}.`,
      'The connection “shop” in orders is READY.',
    ]);
    assert.equal(shownWait(), undefined);
  });

  it('one that FAILED is told with what to do', async () => {
    sandbox.state.fates.set('shop', { pending: 1, end: 'FAILED' });
    const person = await untilSaid(createIt(await openFile(cluster)), /FAILED/);
    assert.match(
      person.seen.at(-1) ?? '',
      /^The connection “shop” in orders has FAILED\. Atlas does not say why: check/,
    );
  });

  it('one that is not seen right after its creation is waited for', async () => {
    sandbox.state.fates.set('shop', { pending: 1, hidden: 1 });
    await untilSaid(createIt(await openFile(cluster)), /is READY/);
    assert.equal(looks().length, 3);
  });

  const updateIt = (document: TextDocument) => () =>
    commands.executeCommand('streamconn.updateConnection', document.uri.toString());

  it('after an update it looks for some seconds, and has no word where all is well', async () => {
    const document = await openFile(cluster);
    await create(document, confirm);
    const person = personWho(confirmUpdate);
    await updateIt(document)();
    await poll('the looks', () => looks().length === 3);
    person.leave();
    assert.match(person.seen.at(-1) ?? '', /^Updated/);
    assert.equal(shownWait(), undefined);
  });

  it('an update that fails is told, though Atlas tells the state from before at first', async () => {
    const document = await openFile(cluster);
    await create(document, confirm);
    sandbox.state.fates.set('shop', { isSetUpAnew: true, stale: 1, end: 'FAILED' });
    await untilSaid(updateIt(document), /shop” in orders has FAILED/, confirmUpdate);
  });

  it('after an update of one that is not ready, it waits', async () => {
    sandbox.state.fates.set('shop', { pending: 99 });
    const document = await openFile(cluster);
    await create(document, confirm);
    await stop();
    sandbox.state.fates.set('shop', { pending: 2 });
    await untilSaid(updateIt(document), /is READY\.$/, confirmUpdate);
  });

  it('a click on the item stops it, without a word', async () => {
    sandbox.state.fates.set('shop', { pending: 99 });
    await create(await openFile(cluster), confirm);
    await poll('the item', shownWait);
    assert.deepEqual((await stop()).seen, []);
    // As long as another one is waited for, the one that was stopped would be looked at, too.
    sandbox.forgetRequests();
    sandbox.state.fates.set('other', { pending: 2 });
    const { seen } = await untilSaid(createIt(await openFile({ ...cluster, name: 'other' })), /is READY/);
    const looked = sandbox.requests.filter(({ method, url }) => method === 'GET' && url.startsWith(pathOf(sandbox)));
    assert.deepEqual([...new Set(looked.map(({ url }) => url))], [`${pathOf(sandbox)}/other`]);
    assert.ok(!seen.join().includes('shop'));
  });

  it('several are one item, and a click asks which to stop', async () => {
    for (const name of ['first', 'second']) {
      sandbox.state.fates.set(name, { pending: 99 });
      await create(await openFile({ ...cluster, name }), confirm);
    }
    const { text, tooltip } = await poll('the item', shownWait);
    assert.equal(text, '$(sync~spin) 2 connections');
    assert.match(String(tooltip), /first in orders: PENDING\nsecond in orders: PENDING/);
    await stop([/^Stop waiting$/, 'first']);
    await poll('one item', () => shownWait()?.text === '$(sync~spin) second: PENDING');
  });

  it('a name with an icon in it draws none', async () => {
    const name = '$(bug)';
    sandbox.state.fates.set(name, { pending: 99 });
    const isSaid = () => shownWait()?.text.includes('bug');
    const person = personWho(confirm);
    await createIt(await openFile({ ...cluster, name }))();
    person.leave();
    await poll('the item', isSaid);
    assert.equal(shownWait()?.text, '$(sync~spin) $ (bug): PENDING');
  });

  it('a credential that is removed meanwhile ends it with the reason', async () => {
    const noLonger = 'No longer waiting for the connection “shop” in orders.';
    sandbox.state.fates.set('shop', { pending: 99 });
    await create(await openFile(cluster), confirm);
    const label = labelOf(sandbox, 'serviceAccount');
    const person = personWho([/^Atlas credentials$/, label], [/^Remove the credential /, 'Remove']);
    await commands.executeCommand('streamconn.removeCredential');
    await poll('the end', () => person.seen.some((text) => text.startsWith(`${noLonger} The credential `)));
    person.leave();
  });
});
