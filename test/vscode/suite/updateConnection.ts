// Over the connection that Atlas has: the whole file, asked for by command, by quick fix, or after a create that failed.
import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { targetOf } from './atlas.ts';
import {
  confirm,
  confirmUpdate,
  create,
  doAs,
  patched,
  pathOf,
  posted,
  shownResponse,
  update,
  withSignedInAtlas,
} from './creating.ts';
import { goOn } from './diffs.ts';
import { cluster, openFile, retype } from './files.ts';
import { forget } from './secrets.ts';

const kafka = {
  type: 'Kafka',
  name: 'orders',
  bootstrapServers: 'broker.example.com:9092',
  authentication: { mechanism: 'PLAIN', username: 'u', password: '${secret:UPDATE_CANARY}' },
  security: { protocol: 'SASL_SSL' },
};

describe('update connection', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('sends the whole body, type, name and secrets included, once it is confirmed what it overwrites', async () => {
    const secret = 'hunter2-canary';
    await create(await openFile(kafka), confirm, [/^Secret UPDATE_CANARY/, secret]);
    const changed = { ...kafka, bootstrapServers: 'other.example.com:9092' };
    const document = await openFile({ $schema: './x.json', ...changed });
    const person = await update(document, confirmUpdate, [/^Updated/, 'Show Response']);
    assert.deepEqual(person.details[0]?.split('\n').slice(1, 3), [
      'What Atlas has under this name is overwritten with what the file says.',
      '',
    ]);
    const { groupId, tenantName } = targetOf(sandbox);
    for (const line of [
      `Host: ${sandbox.origin}`,
      `Project: Shop (${groupId})`,
      `Stream instance (workspace): ${tenantName}`,
      'Connection: orders',
      'Type: Kafka',
      'Secrets read: UPDATE_CANARY',
    ]) {
      assert.ok(person.details[0]?.includes(line), line);
    }
    const [request, ...others] = patched(sandbox);
    assert.deepEqual(others, []);
    assert.equal(request?.url, `${pathOf(sandbox)}/orders`);
    assert.deepEqual(JSON.parse(request.body), {
      ...changed,
      authentication: { ...kafka.authentication, password: secret },
    });
    assert.match(
      person.seen.at(-1) ?? '',
      /^Updated the Kafka connection “orders” in orders\. File: \S+\.streamconn\.json\.$/,
    );
    const response = await shownResponse();
    assert.match(response, /other\.example\.com/);
    assert.ok(!(person.seen.join() + response).includes(secret));
    await forget('UPDATE_CANARY');
  });

  it('without an argument, the file in the active editor; cancelled, it sends nothing', async () => {
    await openFile(cluster);
    await doAs(() => commands.executeCommand('streamconn.updateConnection'), [/^Update the connection/, undefined]);
    assert.deepEqual(patched(sandbox), []);
  });

  it('a missing name is asked for', async () => {
    const document = await openFile(cluster);
    await create(document, confirm);
    const { name: _, ...nameless } = cluster;
    const name = [/^Update connection: name: .*Which connection/, 'shop'] as const;
    const person = await update(await openFile(nameless), name, confirmUpdate);
    assert.deepEqual(JSON.parse(patched(sandbox)[0]?.body ?? ''), { ...nameless, name: 'shop' });
    assert.match(person.seen.at(-1) ?? '', /^Updated/);
  });

  it('where the name exists, creating offers to look at what would change, and to update it', async () => {
    const document = await openFile(cluster);
    await create(document, confirm);
    const changed = { ...cluster, clusterName: 'Reports' };
    await retype(document, JSON.stringify(changed));
    await create(document, confirm, [/409/, 'Compare and Update']);
    const person = await doAs(goOn, confirmUpdate);
    assert.deepEqual(JSON.parse(patched(sandbox)[0]?.body ?? ''), changed);
    assert.match(person.seen.at(-1) ?? '', /^Updated the Cluster connection “shop”/);
  });

  it('where there is no such connection, it offers to create it', async () => {
    const document = await openFile(cluster);
    const person = await update(document, confirmUpdate, [/404: .*no such connection/, 'Create Instead'], confirm);
    assert.deepEqual(JSON.parse(posted(sandbox)[0]?.body ?? ''), cluster);
    assert.match(person.seen.at(-1) ?? '', /^Created the Cluster connection “shop”/);
  });

  it('creating and updating the same file at once is one request', async () => {
    const document = await openFile(cluster);
    const uri = document.uri.toString();
    const both = () =>
      Promise.all([
        commands.executeCommand('streamconn.createConnection', uri),
        commands.executeCommand('streamconn.updateConnection', uri),
      ]);
    await doAs(both, confirm);
    assert.deepEqual([posted(sandbox).length, patched(sandbox).length], [1, 0]);
  });
});
