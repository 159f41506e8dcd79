// A file and what Atlas has under its name: compared, and deployed in the one way that is right.
import assert from 'node:assert/strict';
import { commands, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { targetOf } from './atlas.ts';
import { confirm, confirmUpdate, doAs, patched, posted, withSignedInAtlas } from './creating.ts';
import { openDiffs, shownDiff } from './diffs.ts';
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
const access = { type: 'PRIVATE_LINK', connectionId: '65a0c0ffee65a0c0ffee0002' };
const newLink = { ...broker, networking: { access } };
const webhook = { type: 'Https', name: 'webhook', url: 'https://hooks.example.com/orders' };
const sample = { type: 'Sample', name: 'samplestock' };

const compare = (document: TextDocument, ...answers: Answer[]) =>
  doAs(() => commands.executeCommand('streamconn.compareWithAtlas', document.uri.toString()), ...answers);
const deploy = (document: TextDocument, ...answers: Answer[]) =>
  doAs(() => commands.executeCommand('streamconn.deployConnection', document.uri.toString()), ...answers);
const lastOf = (person: Person) => person.seen.at(-1) ?? '';

/** Once the diff has been read. */
const goOn: Answer = [/^“\S+” in orders differs from the file/, 'Update…'];

let sandbox: Sandbox;

function instance() {
  const { groupId, tenantName } = targetOf(sandbox);
  const found = sandbox.state.projects.get(groupId)?.instances.get(tenantName);
  if (!found) throw new Error('The sandbox has no such instance.');
  return found;
}

const connections = () => instance().connections;

describe('compare with Atlas', () => {
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('says plainly that nothing differs, and what cannot be compared', async () => {
    const person = await compare(await openFile(broker));
    assert.match(lastOf(person), /^“broker” in orders and the file are in step\. .*: authentication\.password\.$/);
    assert.equal(openDiffs(), 0);
  });

  it('shows what differs, Atlas on the left, both read-only', async () => {
    const document = await openFile(changed);
    await compare(document);
    const { left, right, title } = await shownDiff();
    assert.match(title, /^broker in Atlas ↔ file\d+\.streamconn\.json$/);
    assert.equal(left.replace('broker.example.com', 'new.example.com'), right);
    assert.ok(left.includes('broker.example.com'));
    assert.deepEqual([patched(sandbox), posted(sandbox)], [[], []]);
  });

  it('a secret is on neither side', async () => {
    const headers = { Authorization: 'Bearer hunter2-atlas' };
    connections().set('webhook', { ...connections().get('webhook'), headers });
    await compare(await openFile({ ...webhook, headers: { Authorization: 'Bearer hunter2-file' } }));
    const { left, right } = await shownDiff();
    assert.ok(!(left + right).includes('hunter2'));
  });

  it('what is not there is said, and can be created', async () => {
    const person = await compare(await openFile(sample), [/no connection “samplestock”/, 'Create Connection'], confirm);
    assert.match(lastOf(person), /^Created the Sample connection/);
  });

  it('a stream instance that is not there is no reason to create anything', async () => {
    const { groupId } = targetOf(sandbox);
    sandbox.fault({ kind: 'reply', reply: refusals.noInstance(groupId, 'orders') }, ({ url }) =>
      url.includes('broker'),
    );
    assert.match(lastOf(await compare(await openFile(broker))), /404.*Choose the target anew/);
  });

  it('a file with errors is compared, one that is not JSON is not', async () => {
    await compare(await openFile({ ...broker, bootstrapServers: 3 }));
    assert.match((await shownDiff()).right, /"bootstrapServers": 3/);
    assert.match(lastOf(await compare(await openFile('{'))), /not JSON/);
  });
});

describe('deploy', () => {
  const secret = 'hunter2-canary';
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('creates what is not there', async () => {
    const person = await deploy(await openFile(sample), confirm);
    assert.deepEqual(JSON.parse(posted(sandbox)[0]?.body ?? ''), sample);
    assert.match(lastOf(person), /^Created/);
  });

  it('says that nothing differs, and sends it all the same on request', async () => {
    const document = await openFile(webhook);
    connections().set('webhook', { ...connections().get('webhook'), headers: {} });
    assert.match(lastOf(await deploy(document)), /^Nothing to deploy: “webhook” in orders and the file are in step/);
    assert.deepEqual(patched(sandbox), []);
    await deploy(document, [/^Nothing to deploy/, 'Send All the Same'], confirmUpdate);
    assert.deepEqual(JSON.parse(patched(sandbox)[0]?.body ?? ''), webhook);
  });

  it('shows what differs, and sends the whole body with its secrets on consent', async () => {
    const document = await openFile(changed);
    const person = await deploy(document, goOn, confirmUpdate, [/^Secret DEPLOY_CANARY/, secret]);
    const { left, right } = await shownDiff();
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
    await deploy(document, [/differs from the file/, undefined]);
    await deploy(document, goOn, [/^Update the connection/, undefined]);
    assert.deepEqual(patched(sandbox), []);
  });

  it('a file that changes while it is asked about is asked about again, and sent as it was confirmed', async () => {
    const document = await openFile({ ...webhook, url: 'https://one.example.com' });
    const person = personWho(goOn, confirmUpdate, goOn, confirmUpdate);
    meanwhile(/differs from the file/, () =>
      retype(document, JSON.stringify({ ...webhook, url: 'https://two.example.com' })),
    );
    await commands.executeCommand('streamconn.deployConnection', document.uri.toString());
    assert.deepEqual(person.leave(), []);
    assert.ok(person.seen.some((text) => /changed since you were asked, so nothing was sent/.test(text)));
    assert.deepEqual(
      patched(sandbox).map(({ body }) => JSON.parse(body).url),
      ['https://two.example.com'],
    );
  });

  it('while the diff is open, the file can be sent in another way', async () => {
    const document = await openFile({ ...webhook, url: 'https://one.example.com' });
    const person = personWho(confirmUpdate, [/differs from the file/, undefined]);
    meanwhile(/differs from the file/, async () => {
      await commands.executeCommand('streamconn.updateConnection', document.uri.toString());
    });
    await commands.executeCommand('streamconn.deployConnection', document.uri.toString());
    assert.deepEqual(person.leave(), []);
    assert.equal(patched(sandbox).length, 1);
  });

  it('a file that is renamed meanwhile is not sent', async () => {
    const document = await openFile({ ...webhook, url: 'https://one.example.com' });
    const person = personWho(goOn, confirmUpdate);
    const renamed = document.uri.with({ path: document.uri.path.replace('.streamconn', '-renamed.streamconn') });
    meanwhile(/differs from the file/, async () => {
      const edit = new WorkspaceEdit();
      edit.renameFile(document.uri, renamed);
      await workspace.applyEdit(edit);
    });
    await commands.executeCommand('streamconn.deployConnection', document.uri.toString());
    assert.deepEqual(person.leave(), []);
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

  describe('what stays as it was created', () => {
    const replace: Answer = [/cannot be updated .*: networking stays/, 'Delete and Create Anew'];
    const { authentication: _, ...link } = newLink;
    const file = { ...link, type: 'S3', name: 'bucket', aws: { roleArn: 'arn:aws:iam::123456789012:role/r' } };
    const { bootstrapServers, security, ...bucket } = file;
    const deleted: readonly Answer[] = [
      [/^Delete the connection “bucket”/, 'Delete Connection'],
      [/^Delete connection: Type bucket/, 'bucket'],
    ];
    beforeEach(() => {
      const networking = { access: { type: 'PUBLIC' } };
      connections().set('bucket', { ...bucket, networking, id: 'x', state: 'READY' });
    });

    it('is changed by deleting and creating anew, each confirmed, the processors named', async () => {
      const pipeline = [{ $emit: { connectionName: 'bucket' } }];
      instance().processors.push({ _id: 'p', name: 'archiveOrders', state: 'STOPPED', pipeline });
      const person = await deploy(await openFile(bucket), replace, ...deleted, confirm);
      assert.ok(person.details.some((detail) => detail.includes('archiveOrders (STOPPED)')));
      assert.deepEqual(JSON.parse(posted(sandbox)[0]?.body ?? ''), bucket);
      assert.deepEqual(patched(sandbox), []);
      assert.ok(person.seen.some((text) => /^Created the S3 connection “bucket”/.test(text)));
    });

    it('cancelled at any step, it says what has been done', async () => {
      const document = await openFile(bucket);
      await deploy(document, [/cannot be updated/, undefined]);
      await deploy(document, replace, [/^Delete the connection/, undefined]);
      assert.ok(connections().has('bucket'));
      const person = await deploy(document, replace, ...deleted, [/^Create the connection/, undefined]);
      assert.match(lastOf(person), /“bucket” was deleted and not created anew/);
      assert.deepEqual(posted(sandbox), []);
    });

    it('is not deleted where the file could not be sent', async () => {
      const person = await deploy(await openFile({ ...bucket, extra: '${env:NOT_ALLOWED}' }));
      assert.match(lastOf(person), /^Nothing was deleted or sent\./);
      assert.ok(connections().has('bucket'));
    });
  });
});
