// In Restricted Mode every command is refused inside its handler, but for those that take secrets off the machine.
import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, languages, workspace } from 'vscode';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import { createCredentialStore } from '../../../client/src/editor/credentials/credentialStore.ts';
import { createKeyring } from '../../../client/src/editor/keyring/keyring.ts';
import { createSecretStore } from '../../../client/src/editor/secrets/secretStore.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { closeAll, openFile } from '../suite/files.ts';
import { type Answer, personWho } from '../suite/person.ts';
import { poll } from '../suite/poll.ts';
import { askedOfSecrets, contextOfExtension, theExtension } from './watchExtension.ts';

const all: readonly string[] = theExtension().packageJSON.contributes.commands.map(
  ({ command }: { command: string }) => command,
);

/** These open nothing and send nothing. */
const allowed = [
  'streamconn.showLog',
  'streamconn.restartLanguageServer',
  'streamconn.removeCredential',
  'streamconn.removeAllCredentials',
  'streamconn.removeSecret',
];

const refusal = /^This workspace is not trusted, so nothing is sent and no secret is read\. Trust it first\.$/;

const kafka = {
  type: 'Kafka',
  name: 'orders',
  authentication: { mechanism: 'PLAIN', username: 'u', password: 'hunter2-canary' },
};

/** What is said when the command runs with these arguments, by a person who gives these answers. */
async function said(command: string, args: readonly unknown[], ...answers: Answer[]): Promise<string[]> {
  const person = personWho(...answers);
  await commands.executeCommand(command, ...args);
  assert.deepEqual(person.leave(), []);
  return person.seen;
}

describe('commands in a workspace that is not trusted', () => {
  let sandbox: Sandbox;
  let asked: number;
  before(async () => {
    assert.equal(workspace.isTrusted, false);
    sandbox = await createSandbox();
    // The person has allowed both, for workspaces that are trusted.
    const settings = workspace.getConfiguration('streamconn');
    await settings.update('atlas.additionalHosts', [sandbox.origin], ConfigurationTarget.Global);
    await settings.update('environmentPlaceholders', true, ConfigurationTarget.Global);
    await openFile(kafka);
    await poll('activation', () => theExtension().isActive);
  });
  beforeEach(() => {
    asked = askedOfSecrets.length;
  });
  afterEach(() => {
    assert.deepEqual(sandbox.requests, []);
  });
  after(async () => {
    await closeAll();
    await sandbox.stop();
  });

  for (const command of all.filter((id) => !allowed.includes(id))) {
    it(`${command} is refused, however it is called`, async () => {
      const { uri } = await openFile(kafka);
      const calls = [
        [],
        [uri],
        [uri.toString(), '/authentication/password'],
        [uri.toString(), 'KAFKA_PASSWORD'],
        ['x'],
      ];
      for (const args of calls) {
        const [first = '', ...more] = await said(command, args);
        assert.match(first, refusal);
        assert.deepEqual(more, []);
      }
      assert.deepEqual(askedOfSecrets.slice(asked), []);
    });
  }

  it('the refusal leads to where trust is given', async () => {
    await said('streamconn.createConnection', [], [refusal, 'Manage Workspace Trust']);
    await closeAll();
  });

  it('the log is shown', async () => {
    assert.deepEqual(await said('streamconn.showLog', []), []);
  });

  it('the language server is restarted, and checks files as before', async () => {
    const document = await openFile({ ...kafka, type: 'Kafak' });
    assert.deepEqual(await said('streamconn.restartLanguageServer', []), [
      'The Stream Connections language server is running again.',
    ]);
    await poll('findings', () => languages.getDiagnostics(document.uri).length > 0);
  });

  it('where nothing is stored, there is nothing to remove', async () => {
    for (const command of allowed.filter((id) => id.includes('remove'))) {
      assert.match((await said(command, [])).join(), /^No (Atlas credential|secret) is stored/);
    }
    assert.deepEqual(askedOfSecrets.slice(asked), []);
  });

  it('a credential and a secret that are stored are taken off the machine', async () => {
    const { secrets } = await contextOfExtension;
    const keyring = createKeyring(secrets, async () => false);
    const host = sandbox.origin as AtlasCredential['host'];
    const stored = { kind: 'serviceAccount', host, clientId: 'mdb_sa_id_1', clientSecret: 'hunter2-canary' } as const;
    for (const label of ['first', 'second']) await createCredentialStore(keyring).add(stored, label);
    await createSecretStore(keyring).store('KAFKA_PASSWORD', 'hunter2-canary');
    assert.equal((await secrets.keys()).length, 3);

    const first = await said('streamconn.removeCredential', [], [/^Atlas cred/, 'first'], [/^Remove the/, 'Remove']);
    assert.match(first.at(-1) ?? '', /^Removed the credential first/);
    const others = await said('streamconn.removeAllCredentials', [], [/^Remove one credential/, 'Remove All']);
    assert.match(others.at(-1) ?? '', /^Removed one credential/);
    const secret = await said('streamconn.removeSecret', [], [/^Remove secret$/, 'KAFKA_PASSWORD']);
    assert.match(secret.at(-1) ?? '', /^Removed the secret KAFKA_PASSWORD/);
    assert.deepEqual(await secrets.keys(), []);
    // Read back only to see that it is gone.
    const since = askedOfSecrets.slice(asked);
    for (const [index, what] of since.entries()) {
      if (what.startsWith('get ')) assert.equal(since[index - 1], what.replace('get', 'delete'));
    }
    assert.deepEqual(
      since.filter((what) => what.startsWith('store ')),
      [],
    );
  });
});
