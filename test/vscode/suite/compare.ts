// A file compared with what Atlas has under its name: what differs, what cannot be told, what is not there.
import assert from 'node:assert/strict';
import { commands, type TextDocument } from 'vscode';
import { refusals } from '../../sandbox/reply.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf, targetOf } from './atlas.ts';
import { confirm, doAs, patched, posted, withSignedInAtlas } from './creating.ts';
import { goOn, openDiffs, shownDiff } from './diffs.ts';
import { openFile } from './files.ts';
import type { Answer, Person } from './person.ts';

const broker = {
  type: 'Kafka',
  name: 'broker',
  bootstrapServers: 'broker.example.com:9092',
  authentication: { mechanism: 'SCRAM-512', username: 'shop', password: '${secret:COMPARE_CANARY}' },
  security: { protocol: 'SASL_SSL' },
};
const webhook = { type: 'Https', name: 'webhook', url: 'https://hooks.example.com/orders' };
const sample = { type: 'Sample', name: 'samplestock' };

const compare = (document: TextDocument, ...answers: Answer[]) =>
  doAs(() => commands.executeCommand('streamconn.compareWithAtlas', document.uri.toString()), ...answers);
const lastOf = (person: Person) => person.seen.at(-1) ?? '';

describe('compare with Atlas', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('says plainly that nothing differs, and what cannot be compared', async () => {
    const person = await compare(await openFile(broker));
    assert.match(lastOf(person), /^“broker” in orders matches the file\. .*: authentication\.password\. File: \S+\.$/);
    assert.equal(openDiffs(), 0);
  });

  it('shows what differs, Atlas on the left, both read-only', async () => {
    const document = await openFile({ ...broker, bootstrapServers: 'new.example.com:9092' });
    await compare(document);
    const { left, right, title } = await shownDiff();
    assert.match(title, /^broker in Atlas ↔ file\d+\.streamconn\.json$/);
    assert.equal(left.replace('broker.example.com', 'new.example.com'), right);
    assert.ok(left.includes('broker.example.com'));
    assert.deepEqual([patched(sandbox), posted(sandbox)], [[], []]);
  });

  it('an empty name in the file is no difference once another one is typed', async () => {
    const typed: Answer = [/^(Compare|Create) connection: name: /, 'webhook'];
    const document = await openFile({ ...webhook, name: '', headers: { 'X-Source': 'shop' } });
    assert.match(lastOf(await compare(document, typed)), /^“webhook” in orders matches the file/);
    const changed = await openFile({ ...webhook, name: '', url: 'https://other.example.com' });
    const deploy = () => commands.executeCommand('streamconn.deployConnection', changed.uri.toString());
    await doAs(deploy, typed);
    await doAs(goOn, [/error/, 'Send Anyway'], [/^Update the connection “webhook”/, undefined]);
  });

  it('a secret is on neither side', async () => {
    const headers = { Authorization: 'Bearer hunter2-atlas' };
    const { connections } = instanceOf(sandbox);
    connections.set('webhook', { ...connections.get('webhook'), headers });
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
    const missing = /404.*Choose the target anew/;
    await compare(await openFile(broker), [missing, 'Choose Target'], [/^Choose target/, undefined]);
  });

  it('a file with errors is compared, one that is not JSON is not', async () => {
    await compare(await openFile({ ...broker, bootstrapServers: 3 }));
    assert.match((await shownDiff()).right, /"bootstrapServers": 3/);
    assert.match(lastOf(await compare(await openFile('{'))), /not JSON/);
  });
});
