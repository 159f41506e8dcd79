// Connections that Atlas has, as files: one by one and all of an instance.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { window, workspace } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { doAs } from './creating.ts';
import { openDiffs } from './diffs.ts';
import { closeAll, retype } from './files.ts';
import { personWho } from './person.ts';
import { poll } from './poll.ts';
import { agree, allHere, fileOf, here, pick, pull, pullAll, read, root, withPullFolder, write } from './pulling.ts';
import { forget } from './secrets.ts';

describe('pull', () => {
  let sandbox: Sandbox;
  const before = withPullFolder((started) => {
    sandbox = started;
  });

  const connections = () => instanceOf(sandbox).connections;

  it('writes the connection that is picked as a person would, and opens it', async () => {
    const person = await doAs(pull, pick('broker'), here);
    assert.deepEqual(read('broker'), {
      type: 'Kafka',
      name: 'broker',
      bootstrapServers: 'broker.example.com:9092',
      authentication: { mechanism: 'SCRAM-512', username: 'shop', password: '${secret:BROKER_PASSWORD}' },
      security: { protocol: 'SASL_SSL' },
    });
    assert.equal(window.activeTextEditor?.document.fileName, fileOf('broker'));
    assert.equal(window.activeTextEditor?.document.languageId, 'streamconn');
    assert.match(person.seen.at(-1) ?? '', /as Atlas has it\. Store its secrets by the lenses .*: BROKER_PASSWORD\.$/);
  });

  it('stores on request what Atlas gave along, and writes none of it down', async () => {
    const headers = { Authorization: 'Bearer hunter2-canary' };
    connections().set('webhook', { ...connections().get('webhook'), headers });
    const person = await doAs(pull, pick('webhook'), here, [/as Atlas has it/, 'Store Values']);
    assert.ok(!(readFileSync(fileOf('webhook'), 'utf8') + person.seen.join()).includes('hunter2'));
    assert.match(person.seen.at(-1) ?? '', /^Stored: WEBHOOK_AUTHORIZATION\./);
    await forget('WEBHOOK_AUTHORIZATION');
  });

  it('a name from Atlas does not lead out of the folder', async () => {
    const name = '../../outside';
    connections().set(name, { type: 'Sample', name, id: 'x', state: 'READY' });
    await doAs(pullAll, allHere, agree);
    assert.ok(readdirSync(root()).includes('____outside.streamconn.json'));
    assert.ok(!existsSync(join(root(), name)));
  });

  it('a file that says the same is opened as it is, whatever it names its secrets', async () => {
    await doAs(pull, pick('broker'), here);
    const own = JSON.stringify({ $schema: './x.json', ...read('broker') }).replace('BROKER_PASSWORD', 'MINE');
    await closeAll();
    await write('broker', own);
    const person = await doAs(pull, pick('broker'), here);
    assert.equal(readFileSync(fileOf('broker'), 'utf8'), own);
    assert.match(person.seen.at(-1) ?? '', /is there already and says what Atlas has/);
  });

  it('a file that differs is shown as a diff, and stays where the person does not want it replaced', async () => {
    await write('broker', 'mine');
    await doAs(pull, pick('broker'), here, [/^Replace broker/, undefined]);
    assert.equal(openDiffs(), 1);
    assert.equal(readFileSync(fileOf('broker'), 'utf8'), 'mine');
  });

  it('replaced on request, it keeps what it names its secrets', async () => {
    const own = { type: 'Kafka', name: 'broker', authentication: { password: '${env:BROKER}' } };
    await write('broker', JSON.stringify(own));
    await doAs(pull, pick('broker'), here, [/^Replace broker/, 'Replace File']);
    assert.equal(read('broker').bootstrapServers, 'broker.example.com:9092');
    assert.equal(read('broker').authentication.password, '${env:BROKER}');
  });

  it('changed while the diff was open, it is asked about again', async () => {
    await write('broker', '{}');
    const person = personWho(pick('broker'), here, [/^Replace broker/, 'Replace File'], [/^Replace broker/, undefined]);
    const ask = window.showQuickPick;
    const changing = async (...args: Parameters<typeof ask>) => {
      const document = workspace.textDocuments.find(({ fileName }) => fileName === fileOf('broker'));
      if (openDiffs() > 0 && document?.getText() === '{}') await retype(document, '{ "name": "newer" }');
      return ask(...args);
    };
    Object.assign(window, { showQuickPick: changing });
    await pull();
    assert.deepEqual(person.leave(), []);
    assert.ok(person.seen.some((text) => /has changed and was not overwritten/.test(text)));
    const document = workspace.textDocuments.find(({ fileName }) => fileName === fileOf('broker'));
    assert.equal(document?.getText(), '{ "name": "newer" }');
  });

  it('deleted while the list was open, there is a word and no file', async () => {
    const person = personWho(pick('broker'));
    const list = window.showQuickPick;
    Object.assign(window, {
      showQuickPick: (...args: Parameters<typeof list>) => {
        connections().delete('broker');
        return list(...args);
      },
    });
    await pull();
    assert.deepEqual(person.leave(), []);
    assert.match(person.seen.at(-1) ?? '', /was deleted meanwhile/);
    assert.ok(!existsSync(fileOf('broker')));
  });

  it('where Atlas is not there, or refuses the sign-in, it says so and writes nothing', async () => {
    const isList = ({ url }: { readonly url: string }) => /\/connections(\?|$)/.test(url);
    sandbox.fault({ kind: 'not json' }, isList);
    assert.match((await doAs(pull)).seen.at(-1) ?? '', /not JSON, so it is not from Atlas/);
    sandbox.fault({ kind: 'reply', reply: refusals.unauthorized, times: 2 }, isList);
    assert.match((await doAs(pullAll)).seen.at(-1) ?? '', /401.*Replace the credential/);
    assert.deepEqual(readdirSync(root()), before());
  });

  it('cancelled at any step, nothing is written', async () => {
    await doAs(pull, [/^Open connection as file$/, undefined]);
    await doAs(pull, pick('broker'), [/^Open connection as file$/, undefined]);
    await doAs(pullAll, [/^Pull all connections$/, undefined]);
    await doAs(pullAll, allHere, [/^Pull .* of orders into /, undefined]);
    assert.deepEqual(readdirSync(root()), before());
  });

  it('all: the plan first, then the new files at once, then each that differs', async () => {
    await doAs(pull, pick('warehouse'), here);
    await closeAll();
    await write('broker', '{}');
    await write('webhook', '{}');
    const person = await doAs(
      pullAll,
      allHere,
      agree,
      [/^Replace broker\S+\?$/, 'Keep File'],
      [/^Replace webhook\S+\?$/, 'Replace File'],
    );
    assert.deepEqual(person.details[0]?.split('\n'), [
      'New files (1): sample_stream_solar.streamconn.json',
      'Files that differ: each is shown as a diff before you decide (2): broker.streamconn.json, webhook.streamconn.json',
      'Files that say the same already (1): warehouse.streamconn.json',
    ]);
    assert.deepEqual(read('sample_stream_solar'), { type: 'Sample', name: 'sample_stream_solar' });
    assert.deepEqual(read('broker'), {});
    assert.equal(read('webhook').url, 'https://hooks.example.com/orders');
    assert.match(person.seen.at(-1) ?? '', /: 1 new, 1 replaced, 1 kept as before, 1 the same already\./);
  });

  it('a connection stays in the file that has it, whatever that is called, and takes no other’s', async () => {
    await doAs(pull, pick('broker'), here);
    await closeAll();
    await write('webhook', readFileSync(fileOf('broker'), 'utf8'));
    rmSync(fileOf('broker'));
    const person = await doAs(pull, pick('broker'), here);
    assert.match(person.seen.at(-1) ?? '', /^webhook\.streamconn\.json is there already and says what Atlas has/);
    await closeAll();
    const all = await doAs(pullAll, allHere, agree);
    assert.match(
      all.details[0] ?? '',
      /^New files \(3\): .*webhook-2\.streamconn\.json.*\nFiles .*: webhook\.streamconn/,
    );
    assert.deepEqual([read('webhook').name, read('webhook-2').name], ['broker', 'webhook']);
  });

  it('500 connections at once, and once more without a change', async () => {
    for (let count = 0; count < 500; count++) {
      const name = `many${count}`;
      connections().set(name, { type: 'Sample', name, id: 'x', state: 'READY' });
    }
    sandbox.forgetRequests();
    await doAs(pullAll, allHere, agree);
    // Two pages: none is asked for by itself.
    assert.equal(sandbox.requests.filter(({ url }) => url.includes('/connections')).length, 2);
    assert.equal(readdirSync(root()).filter((name) => /^many\d+\.streamconn\.json$/.test(name)).length, 500);
    const again = await doAs(pullAll, allHere);
    assert.match(again.seen.at(-1) ?? '', /^All 504 files say what Atlas has/);
  });

  it('names that differ in their case only are different files', async () => {
    connections().set('Broker', { ...connections().get('broker'), name: 'Broker' });
    await doAs(pullAll, allHere, agree);
    const made = await poll('the files', () => readdirSync(root()).filter((name) => /broker/i.test(name)));
    assert.deepEqual(made.map((name) => name.toLowerCase()).toSorted(), [
      'broker-2.streamconn.json',
      'broker.streamconn.json',
    ]);
  });
});
