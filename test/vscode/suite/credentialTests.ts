// Test Credential: signs in, and says as whom, where, and what can be seen.
import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { errorReply } from '../../sandbox/reply.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf, signInAnswers, signOut, startAtlas, valueAnswers } from './atlas.ts';
import { type Answer, personWho } from './person.ts';

describe('test credential', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startAtlas();
  });
  afterEach(async () => {
    await signOut('prod');
    await sandbox.stop();
  });

  /** What is seen when a credential is added, tested by the button of the confirmation, and answered so. */
  async function addAndTest(signIn: Answer[], ...answers: Answer[]): Promise<string[]> {
    const person = personWho(...signIn, [/^Stored the credential prod/, 'Test'], ...answers);
    await commands.executeCommand('streamconn.addCredential');
    assert.deepEqual(person.leave(), []);
    return person.seen;
  }

  for (const kind of ['serviceAccount', 'apiKey'] as const) {
    it(`${kind}: says who is signed in where, and how many projects there are`, async () => {
      const seen = await addAndTest(signInAnswers(sandbox, kind, 'owner', 'prod'));
      const id = labelOf(sandbox, kind);
      assert.equal(seen.at(-1), `Signed in to ${sandbox.origin} as prod (${id}). 2 projects are visible.`);
    });

    it(`${kind}: a wrong secret part is replaced by a button, and tested again`, async () => {
      const answers = signInAnswers(sandbox, kind, 'owner', 'prod');
      const wrong = answers.map(
        ([question, answer]): Answer => [question, question.source.includes('masked') ? 'wrong-canary' : answer],
      );
      const failure: Answer = [/^(Not signed in|Atlas refused with 401).*Replace the credential/, 'Replace Credential'];
      const seen = await addAndTest(wrong, failure, ...valueAnswers(sandbox, kind));
      assert.match(seen.at(-1) ?? '', /^Signed in to .* 2 projects are visible\.$/);
      assert.ok(!seen.join().includes('canary'));
    });
  }

  it('who sees no project is told what is missing, one is one', async () => {
    const [first] = sandbox.state.projects.keys();
    sandbox.state.projects.delete(first ?? '');
    const seen = await addAndTest(signInAnswers(sandbox, 'apiKey', 'owner', 'prod'));
    assert.match(seen.at(-1) ?? '', /1 project is visible\.$/);
    sandbox.state.projects.clear();
    const person = personWho([/^Atlas credentials$/, 'prod']);
    await commands.executeCommand('streamconn.testCredential');
    assert.deepEqual(person.leave(), []);
    assert.match(person.seen.at(-1) ?? '', /No project is visible: give it a role in a project\.$/);
  });

  it('a fault that is not the credential’s can be tried again', async () => {
    const reply = errorReply(403, 'Forbidden', 'IP_ADDRESS_NOT_ON_ACCESS_LIST', 'IP address is not on the list.');
    sandbox.fault({ kind: 'reply', reply }, ({ url }) => url.includes('/groups'));
    const seen = await addAndTest(signInAnswers(sandbox, 'serviceAccount', 'owner', 'prod'), [
      /^Atlas refused with 403.*IP access list/,
      'Test Again',
    ]);
    assert.match(seen.at(-1) ?? '', /^Signed in to/);
  });

  it('with an id that is none, it asks which one', async () => {
    await addAndTest(signInAnswers(sandbox, 'apiKey', 'owner', 'prod'));
    for (const argument of ['no such id', { id: 1 }, null]) {
      const person = personWho([/^Atlas credentials$/, undefined]);
      await commands.executeCommand('streamconn.testCredential', undefined, argument);
      assert.deepEqual(person.leave(), []);
    }
  });
});
