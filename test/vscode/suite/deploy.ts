// A file and what Atlas has under its name: deployed in the one way that is right.
import assert from 'node:assert/strict';
import { commands, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirm, confirmUpdate, doAs, patched, posted, update, withSignedInAtlas } from './creating.ts';
import { goOn, openDiffs, shownDiff } from './diffs.ts';
import { openFile, retype } from './files.ts';
import { meanwhile } from './meanwhile.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { forget } from './secrets.ts';

const broker = {
  type: 'Kafka',
  name: 'broker',
  bootstrapServers: 'broker.example.com:9092',
  authentication: { mechanism: 'SCRAM-512', username: 'shop', password: '${secret:DEPLOY_CANARY}' },
  security: { protocol: 'SASL_SSL' },
};
const changed = { ...broker, bootstrapServers: 'new.example.com:9092' };
const webhook = { type: 'Https', name: 'webhook', url: 'https://hooks.example.com/orders' };
const sample = { type: 'Sample', name: 'samplestock' };

const deploy = (document: TextDocument, ...answers: Answer[]) =>
  doAs(() => commands.executeCommand('streamconn.deployConnection', document.uri.toString()), ...answers);
const lastOf = (person: Person) => person.seen.at(-1) ?? '';

describe('deploy', () => {
  const secret = 'hunter2-canary';
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('creates what is not there', async () => {
    const person = await deploy(await openFile(sample), confirm);
    assert.deepEqual(JSON.parse(posted(sandbox)[0]?.body ?? ''), sample);
    assert.match(lastOf(person), /^Created/);
  });

  it('says that nothing differs, and deploys it anyway on request', async () => {
    const document = await openFile(webhook);
    const { connections } = instanceOf(sandbox);
    connections.set('webhook', { ...connections.get('webhook'), headers: {} });
    assert.match(lastOf(await deploy(document)), /^Nothing to deploy: “webhook” in orders matches the file/);
    assert.deepEqual(patched(sandbox), []);
    await deploy(document, [/^Nothing to deploy/, 'Deploy Anyway'], confirmUpdate);
    assert.deepEqual(JSON.parse(patched(sandbox)[0]?.body ?? ''), webhook);
  });

  it('where nothing differs and the connection is not READY, it says that and what to do', async () => {
    const { connections } = instanceOf(sandbox);
    const has = (state: string) => connections.set('webhook', { ...connections.get('webhook'), headers: {}, state });
    has('FAILED');
    const upToDate = '“webhook” in orders matches the file.';
    const failed = `${upToDate} Its state is FAILED. Atlas does not say why: check what it connects to`;
    assert.ok(lastOf(await deploy(await openFile(webhook))).startsWith(failed));
    has('PENDING');
    const pending = `${upToDate} Its state is PENDING. Atlas is still setting it up: look again later.`;
    assert.ok(lastOf(await deploy(await openFile(webhook))).startsWith(pending));
  });

  it('what is being deleted is not updated', async () => {
    const { connections } = instanceOf(sandbox);
    connections.set('webhook', { ...connections.get('webhook'), headers: {}, state: 'DELETING' });
    sandbox.state.fates.set('webhook', { deleting: 99 });
    const said = '“webhook” in orders is being deleted, so nothing was sent. Deploy the file once it is gone.';
    for (const url of [webhook.url, 'https://x.example.com'])
      assert.ok(lastOf(await deploy(await openFile({ ...webhook, url }))).startsWith(said));
    assert.deepEqual(patched(sandbox), []);
  });

  it('shows what differs, and sends the whole body with its secrets on consent', async () => {
    const document = await openFile(changed);
    await deploy(document);
    const { left, right } = await shownDiff();
    const person = await doAs(goOn, confirmUpdate, [/^Secret DEPLOY_CANARY/, secret]);
    assert.ok(left.includes('broker.example.com') && right.includes('new.example.com'));
    assert.deepEqual(JSON.parse(patched(sandbox)[0]?.body ?? ''), {
      ...changed,
      authentication: { ...changed.authentication, password: secret },
    });
    assert.ok(!(left + right + person.seen.join()).includes(secret));
    assert.match(lastOf(person), /^Updated the Kafka connection “broker”/);
    await forget('DEPLOY_CANARY');
  });

  it('cancelled at the diff, nothing is sent', async () => {
    const document = await openFile({ ...webhook, url: 'https://x.example.com' });
    await deploy(document);
    await doAs(goOn, [confirmUpdate[0], undefined]);
    assert.deepEqual([patched(sandbox).length, openDiffs()], [0, 1]);
  });

  it('a file that changes while it is asked about is asked about again, and sent as it was confirmed', async () => {
    const document = await openFile({ ...webhook, url: 'https://one.example.com' });
    const retypeAs = (url: string) => retype(document, JSON.stringify({ ...webhook, url }));
    const hasChanged = /changed since you were asked, so nothing was sent/;
    await deploy(document);
    await retypeAs('https://two.example.com');
    assert.match(lastOf(await doAs(goOn)), hasChanged);
    const person = personWho(confirmUpdate);
    meanwhile(confirmUpdate[0], () => retypeAs('https://three.example.com'));
    await goOn();
    assert.deepEqual(person.leave(), []);
    assert.match(lastOf(person), hasChanged);
    assert.deepEqual([patched(sandbox).length, openDiffs()], [0, 1]);
    await doAs(goOn, confirmUpdate);
    assert.deepEqual(
      patched(sandbox).map(({ body }) => JSON.parse(body).url),
      ['https://three.example.com'],
    );
  });

  it('while the diff is open, the file can be sent in another way, which closes it', async () => {
    const document = await openFile({ ...webhook, url: 'https://one.example.com' });
    await deploy(document);
    await update(document, confirmUpdate);
    assert.deepEqual([patched(sandbox).length, openDiffs()], [1, 0]);
  });

  it('a file that is renamed meanwhile is not sent', async () => {
    const document = await openFile({ ...webhook, url: 'https://one.example.com' });
    await deploy(document);
    const edit = new WorkspaceEdit();
    edit.renameFile(document.uri, document.uri.with({ path: document.uri.path.replace('.stream', '-renamed.stream') }));
    await workspace.applyEdit(edit);
    const person = await doAs(goOn);
    assert.deepEqual(patched(sandbox), []);
    assert.match(lastOf(person), /Open a \*\.streamconn\.json file first/);
  });

  it('where Atlas does not answer, or refuses the sign-in, nothing is sent', async () => {
    const isGet = ({ method, url }: { method: string; url: string }) => method === 'GET' && url.includes('/webhook');
    sandbox.fault({ kind: 'not json' }, isGet);
    assert.match(lastOf(await deploy(await openFile(webhook))), /not JSON, so it is not from Atlas/);
    sandbox.fault({ kind: 'reply', reply: refusals.unauthorized, times: 2 }, isGet);
    assert.match(lastOf(await deploy(await openFile(webhook))), /401.*Replace the credential/);
    assert.deepEqual([patched(sandbox), posted(sandbox)], [[], []]);
  });
});
