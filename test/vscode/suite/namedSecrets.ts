// The connections' own secrets: into the secret storage and out again.
import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { personWho } from './person.ts';

describe('named secrets', () => {
  it('are stored and removed, and only their names are shown', async () => {
    let person = personWho([/^Store secret: The name/, 'KAFKA_PASSWORD'], [/\(masked\)$/, 'hunter2-canary']);
    await commands.executeCommand('streamconn.storeSecret');
    assert.deepEqual(person.leave(), []);
    assert.match(person.seen.at(-1) ?? '', /^Stored the secret KAFKA_PASSWORD\./);
    assert.ok(!person.seen.join().includes('hunter2'));
    person = personWho([/^Remove secret$/, 'KAFKA_PASSWORD']);
    await commands.executeCommand('streamconn.removeSecret');
    assert.deepEqual(person.leave(), []);
    person = personWho();
    await commands.executeCommand('streamconn.removeSecret');
    assert.match(person.seen.join(), /^No secret is stored/);
    person.leave();
  });
});
