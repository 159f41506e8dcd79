// Deleting and re-creating, for what stays as it was created: whatever comes of the two is said, and nothing is lost.
import assert from 'node:assert/strict';
import { commands, type TextDocument } from 'vscode';
import { errorReply } from '../../sandbox/reply.ts';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirm, doAs, isCreate, patched, pathOf, posted, withSignedInAtlas } from './creating.ts';
import { goOn } from './diffs.ts';
import { openFile, retype } from './files.ts';
import { meanwhile } from './meanwhile.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { poll } from './poll.ts';
import { shownWait } from './watchWindow.ts';

const access = { type: 'PRIVATE_LINK', connectionId: '65a0c0ffee65a0c0ffee0002' };
const bucket = {
  type: 'S3',
  name: 'bucket',
  networking: { access },
  aws: { roleArn: 'arn:aws:iam::123456789012:role/r' },
};
const replace: Answer = [/^Atlas can't change networking of the existing connection “bucket”/, 'Delete and Re-create…'];
const deleted: readonly Answer[] = [
  [/^Delete the connection “bucket”/, 'Delete Connection'],
  [/^Delete connection: Type bucket/, 'bucket'],
];

describe('delete and re-create', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  beforeEach(() => {
    const networking = { access: { type: 'PUBLIC' } };
    instance().connections.set('bucket', { ...bucket, networking, id: 'x', state: 'READY' });
  });

  const instance = () => instanceOf(sandbox);
  const isLook = ({ method, url }: SeenRequest) => method === 'GET' && url.startsWith(`${pathOf(sandbox)}/bucket`);
  const use = (state: string) => {
    const pipeline = [{ $emit: { connectionName: 'bucket' } }];
    instance().processors.push({ _id: 'p', name: 'archiveOrders', state, pipeline });
  };
  const deploy = (file: object, ...answers: Answer[]) => {
    return doAs(async () => deployThrough(await openFile(file)), ...answers);
  };
  /** Deploys, and goes on from the diff. */
  const deployThrough = async ({ uri }: TextDocument) => {
    await commands.executeCommand('streamconn.deployConnection', uri.toString());
    await goOn();
  };
  const assertWarned = ({ seen }: Person) =>
    assert.ok(seen.includes('“bucket” was deleted but not re-created. Deploy the file to create it.'));

  it('each is confirmed, the processors named', async () => {
    use('STOPPED');
    const person = await deploy(bucket, replace, ...deleted, confirm);
    assert.ok(person.details.some((detail) => detail.includes('archiveOrders (STOPPED)')));
    assert.deepEqual(JSON.parse(posted(sandbox)[0]?.body ?? ''), bucket);
    assert.deepEqual(patched(sandbox), []);
    assert.ok(person.seen.some((text) => /^Created the S3 connection “bucket”/.test(text)));
  });

  it('cancelled at any step, it says what has been done', async () => {
    await deploy(bucket, [replace[0], undefined]);
    await deploy(bucket, replace, [/^Delete the connection/, undefined]);
    assert.ok(instance().connections.has('bucket'));
    const person = await deploy(bucket, replace, ...deleted, [/^Create the connection/, undefined]);
    assertWarned(person);
    assert.deepEqual(posted(sandbox), []);
  });

  it('nothing is deleted where the file could not be sent', async () => {
    const person = await deploy({ ...bucket, extra: '${env:NOT_ALLOWED}' });
    assert.match(person.seen.at(-1) ?? '', /^Nothing was deleted or sent\./);
    assert.ok(instance().connections.has('bucket'));
  });

  it('where the new one may have come about, it is not said that it has not', async () => {
    sandbox.fault({ kind: 'hang up' }, isCreate);
    const person = await deploy(bucket, replace, ...deleted, confirm);
    assert.match(person.seen.at(-1) ?? '', /^The connection broke off .*look in Atlas/);
    assert.ok(!person.seen.some((text) => /not re-created/.test(text)));
  });

  it('where a running processor is in the way, both stay, and it is named', async () => {
    use('STARTED');
    const person = await deploy(bucket, replace, ...deleted);
    assert.match(person.seen.at(-1) ?? '', /^The connection “bucket” was not deleted\. Atlas refused with 403/);
    assert.match(person.seen.at(-1) ?? '', /It is used by archiveOrders \(STARTED\)\.$/);
    assert.equal(instance().connections.get('bucket')?.state, 'READY');
    assert.deepEqual(posted(sandbox), []);
  });

  it('where Atlas refuses the new one, both that and the deletion are said', async () => {
    sandbox.fault({ kind: 'reply', reply: errorReply(400, 'Bad Request', 'VALIDATION_ERROR', 'No.') }, isCreate);
    const person = await deploy(bucket, replace, ...deleted, confirm);
    assertWarned(person);
    assert.match(person.seen.at(-1) ?? '', /^Atlas refused with 400/);
  });

  it('where the secret for the new one is not given, the deletion is said', async () => {
    const withSecret = { ...bucket, extra: '${secret:ANEW_CANARY}' };
    const person = await deploy(withSecret, replace, ...deleted, confirm, [/^Secret ANEW_CANARY/, undefined]);
    assertWarned(person);
    assert.deepEqual(posted(sandbox), []);
  });

  it('where the file has changed meanwhile, the deletion is said, and it is asked about as it is now', async () => {
    const document = await openFile(bucket);
    const person = personWho(replace, ...deleted, confirm, [confirm[0], undefined]);
    meanwhile(confirm[0], () => retype(document, JSON.stringify({ ...bucket, region: 'VIRGINIA_USA' })));
    await deployThrough(document);
    assert.deepEqual(person.leave(), []);
    assertWarned(person);
    assert.ok(person.seen.some((text) => text.startsWith('The file has changed since you were asked')));
    assert.deepEqual(posted(sandbox), []);
  });

  it('where the file is being sent in another way by then, the deletion is said', async () => {
    const document = await openFile(bucket);
    const address = document.uri.toString();
    const person = personWho(replace, ...deleted, [confirm[0], undefined]);
    const asked = Promise.withResolvers<void>();
    let other: Thenable<unknown> = Promise.resolve();
    meanwhile(/bucket” in orders is deleted/, () => {
      sandbox.fault({ kind: 'slow', until: asked.promise }, isLook);
      other = commands.executeCommand('streamconn.createConnection', address);
    });
    // The other has the turn until its question is answered.
    meanwhile(confirm[0], () => {
      asked.resolve();
      return poll('the warning', () => person.seen.some((text) => /not re-created/.test(text)));
    });
    await deployThrough(document);
    await other;
    assert.deepEqual(person.leave(), []);
    assertWarned(person);
    assert.deepEqual(posted(sandbox), []);
  });

  it('where the network breaks in between, it says that it does not know, and creates nothing', async () => {
    const document = await openFile(bucket);
    const person = personWho(replace, ...deleted);
    meanwhile(/bucket” in orders is deleted/, () => sandbox.fault({ kind: 'not json' }, isLook));
    await deployThrough(document);
    assert.deepEqual(person.leave(), []);
    const unknown =
      "“bucket” was not re-created: Atlas didn't confirm that it was deleted. Deploy the file to continue.";
    assert.equal(person.seen.at(-1), unknown);
    assert.deepEqual(posted(sandbox), []);
  });

  it('where nobody waits any longer for the deletion, it says that it goes on', async () => {
    sandbox.state.fates.set('bucket', { deleting: 99 });
    const document = await openFile(bucket);
    const person = personWho(replace, ...deleted);
    const deploying = deployThrough(document);
    await poll('the wait', shownWait);
    await commands.executeCommand('streamconn.stopWaiting');
    await deploying;
    assert.deepEqual(person.leave(), []);
    assert.match(person.seen.at(-1) ?? '', /^“bucket” is still being deleted, so it was not re-created\./);
    assert.deepEqual(posted(sandbox), []);
  });
});
