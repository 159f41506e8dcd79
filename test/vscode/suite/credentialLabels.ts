// What a credential is called, what the boxes for it look like, and which of several is used.
import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { labelOf, signIn, signInAnswers, signOut, startAtlas } from './atlas.ts';
import { create } from './creating.ts';
import { closeAll, cluster, openFile } from './files.ts';
import { type Answer, type Person, personWho } from './person.ts';

describe('the label of a credential', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startAtlas();
  });
  afterEach(async () => {
    await closeAll();
    await sandbox.stop();
  });

  async function run(command: string, ...answers: Answer[]): Promise<Person> {
    const person = personWho(...answers);
    await commands.executeCommand(`streamconn.${command}`);
    assert.deepEqual(person.leave(), []);
    return person;
  }

  it('is asked for last, the client id or public key proposed; no other box is filled, and secrets are masked', async () => {
    for (const kind of ['serviceAccount', 'apiKey'] as const) {
      const person = await run('addCredential', ...signInAnswers(sandbox, kind, 'owner', 'prod'));
      assert.deepEqual(
        person.boxes.map(({ value, password }) => [value, password ?? false]),
        [
          [undefined, false],
          [undefined, true],
          [labelOf(sandbox, kind), false],
        ],
      );
      assert.equal(person.seen.at(-1), `Stored the credential prod for ${sandbox.origin}.`);
      await signOut('prod');
    }
  });

  it('blanks around what is pasted do not count', async () => {
    const padded = signInAnswers(sandbox, 'apiKey', 'owner', ' prod ').map(
      ([question, answer]): Answer => (question.test('Public key: ') ? [question, ` ${answer}\t`] : [question, answer]),
    );
    await run('addCredential', ...padded);
    const tested = await run('testCredential', [/^Atlas credentials$/, 'prod']);
    assert.match(tested.seen.at(-1) ?? '', new RegExp(`as prod \\(${labelOf(sandbox, 'apiKey')}\\)\\. 2 projects`));
    await signOut('prod');
  });

  it('and its host are shown wherever one is picked, and before anything is sent', async () => {
    await signIn(sandbox, 'serviceAccount', 'owner', 'prod');
    await signIn(sandbox, 'apiKey', 'reader');
    const publicKey = labelOf(sandbox, 'apiKey', 'reader');
    const person = await create(
      await openFile(cluster),
      [/^Atlas credentials$/, 'prod'],
      [/^Create the connection/, undefined],
    );
    const shown = [
      `prod | Service account | ${sandbox.origin} · ${labelOf(sandbox, 'serviceAccount')}`,
      `${publicKey} | API key | ${sandbox.origin}`,
    ];
    assert.deepEqual(person.offered.toSorted(), shown.toSorted());
    assert.match(person.details[0] ?? '', new RegExp(`^Host: ${sandbox.origin}\nCredential: prod\n`, 'm'));

    const chosen = await run('chooseTarget', [/^Atlas credentials$/, publicKey], [/project$/, undefined]);
    assert.ok(chosen.offered.some((item) => /^prod .* · in use here$/.test(item)));
    const other = await create(await openFile(cluster), [/^Create the connection/, undefined]);
    assert.match(other.details[0] ?? '', new RegExp(`^Credential: ${publicKey}$`, 'm'));
    await signOut('prod');
    await signOut(publicKey);
  });

  it('can be changed, and the credential goes on working', async () => {
    await signIn(sandbox, 'apiKey', 'owner', 'prod');
    const person = await run('renameCredential', [/^Atlas credentials$/, 'prod'], [/^Label: /, 'staging']);
    assert.equal(person.boxes[0]?.value, 'prod');
    assert.equal(person.seen.at(-1), `The credential prod for ${sandbox.origin} is called staging now.`);
    const tested = await run('testCredential', [/^Atlas credentials$/, 'staging']);
    assert.match(tested.seen.at(-1) ?? '', /^Signed in to http.* as staging /);
    await signOut('staging');
  });

  it('belongs to one credential only', async () => {
    await signIn(sandbox, 'apiKey', 'owner', 'prod');
    const person = await run('addCredential', ...signInAnswers(sandbox, 'apiKey', 'reader').slice(0, -1), [
      /^Label: /,
      undefined,
    ]);
    assert.match(
      String(await person.boxes.at(-1)?.validateInput?.('prod')),
      /is called that already\. Type another label\.$/,
    );
    await signOut('prod');
  });
});
