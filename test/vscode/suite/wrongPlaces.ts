// A secret in a place where none belongs, and from where Atlas gives it back: it is shown nowhere, and seen to be there.
import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirm, create, doAs, posted, shownResponse, withSignedInAtlas } from './creating.ts';
import { shownDiff } from './diffs.ts';
import { openFile } from './files.ts';

const kafka = {
  type: 'Kafka',
  name: 'leaky',
  bootstrapServers: 'broker.example.com:9092',
  authentication: { mechanism: 'SCRAM-512', username: 'shop', password: 'hunter2-password' },
  security: { protocol: 'SASL_SSL' },
};
const config = { acks: 'all', 'sasl.jaas.config': 'required password="hunter2-jaas";' };

describe('secrets in wrong places', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });

  it('the response that repeats one is shown without it', async () => {
    const person = await create(await openFile({ ...kafka, config }), confirm, [/^Created/, 'Show Response']);
    const response = await shownResponse();
    assert.ok(posted(sandbox)[0]?.body.includes('hunter2-jaas'));
    assert.deepEqual(JSON.parse(response).config, { acks: 'all', 'sasl.jaas.config': '•••' });
    assert.ok(!(response + person.seen.join() + person.details.join()).includes('hunter2'));
  });

  it('one that only Atlas has is a difference, so that it can be removed', async () => {
    await create(await openFile({ ...kafka, config }), confirm);
    assert.ok(JSON.stringify(instanceOf(sandbox).connections.get('leaky')).includes('hunter2-jaas'));
    const document = await openFile({ ...kafka, config: { acks: 'all' } });
    await doAs(() => commands.executeCommand('streamconn.compareWithAtlas', document.uri.toString()));
    const { left, right } = await shownDiff();
    assert.ok(left.includes('"sasl.jaas.config": "(secret)"'), left);
    assert.ok(!right.includes('sasl.jaas.config'), right);
    assert.ok(!(left + right).includes('hunter2'));
  });
});
