// What a person meets where VS Code's secret storage does not do its part.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addCredential } from '../../../client/src/editor/credentials/addCredential.ts';
import { createAtlasSessions } from '../../../client/src/editor/credentials/atlasSessions.ts';
import { createCredentialStore } from '../../../client/src/editor/credentials/credentialStore.ts';
import { removeAllCredentials } from '../../../client/src/editor/credentials/removeAllCredentials.ts';
import { removeCredential } from '../../../client/src/editor/credentials/removeCredential.ts';
import { testCredential } from '../../../client/src/editor/credentials/testCredential.ts';
import { askSessionOnly } from '../../../client/src/editor/keyring/askSessionOnly.ts';
import { createKeyring } from '../../../client/src/editor/keyring/keyring.ts';
import { createSecretStore } from '../../../client/src/editor/secrets/secretStore.ts';
import { storeSecret } from '../../../client/src/editor/secrets/storeSecret.ts';
import type { Services } from '../../../client/src/editor/services.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { endCommand } from '../../support/endCommand.ts';
import { createFakeMemento, createFakeSecrets, type FakeSecrets } from '../../support/fakeSecrets.ts';
import { settings } from '../../support/fakeVscode.ts';
import { silentLog } from '../../support/silentLog.ts';
import { type Answer, personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

let sandbox: Sandbox;
let machine: FakeSecrets;
let parts: Services;

beforeEach(async () => {
  sandbox = await createSandbox();
  settings.user = { 'streamconn.atlas.additionalHosts': [sandbox.origin] };
  machine = createFakeSecrets();
  const keyring = createKeyring(machine, askSessionOnly);
  const credentials = createCredentialStore(keyring);
  const secrets = createSecretStore(keyring);
  const atlas = createAtlasSessions(credentials, silentLog, 'streamconn-test');
  parts = { credentials, secrets, atlas, workspaceState: createFakeMemento() } as Services;
});
afterEach(async () => {
  await parts.atlas.closeAll();
  await sandbox.stop();
});

/** What a person who gives exactly these answers sees. */
async function run(
  command: (parts: Services, of: undefined) => Promise<void>,
  ...answers: Answer[]
): Promise<string[]> {
  const person = personWho(...answers);
  await endCommand(command(parts, undefined));
  expect(person.leave()).toEqual([]);
  return person.seen;
}

/** The boxes that ask for the values of an API key, which are these. */
function values(): Answer[] {
  const { publicKey, privateKey } = sandbox.state.credentials.owner.apiKey;
  return [
    [/^Public key/, publicKey],
    [/^Private key.*\(masked\)$/, privateKey],
  ];
}
const boxes = (): Answer[] => [[/: where$/, sandbox.origin], [/: how$/, 'API key'], ...values(), [/^Label/, 'prod']];
const lost = /^VS Code's secret storage did not keep this value\.$/;

test('what it loses is kept for this session, and works', async () => {
  machine.fault = 'loses';
  const seen = await run(addCredential, ...boxes(), [lost, 'Keep for This Session']);
  expect(seen.at(-1)).toMatch(
    /^Stored the credential prod for http.* It is in memory only, until this window closes\.$/,
  );
  expect((await run(testCredential, [/^Atlas credentials$/, 'prod'])).at(-1)).toMatch(/^Signed in/);
  const once = await run(storeSecret, [/name/, 'KAFKA_PASSWORD'], [/masked/, 'hunter2-canary']);
  expect(once.at(-1)).toMatch(/^Stored the secret KAFKA_PASSWORD/);
});

test('where the person does not want that, nothing is said to be stored', async () => {
  machine.fault = 'throws';
  expect((await run(addCredential, ...boxes(), [lost, undefined])).at(-1)).toMatch(lost);
  const answers: Answer[] = [
    [/name/, 'KAFKA_PASSWORD'],
    [/masked/, 'hunter2-canary'],
    [lost, undefined],
  ];
  expect((await run(storeSecret, ...answers)).at(-1)).toMatch(lost);
  expect([await parts.credentials.list(), await parts.secrets.names()]).toEqual([[], []]);
});

test('what VS Code cannot decrypt is replaced by a button, and what was asked for goes on', async () => {
  await run(addCredential, ...boxes());
  machine.fault = 'cannot decrypt';
  const person = personWho([/^Atlas credentials$/, 'prod'], [/^The credential prod .* is no longer stored/, undefined]);
  await endCommand(testCredential(parts, undefined));
  expect(person.leave()).toEqual([]);
  expect(machine.records.size).toBe(0);
  expect(person.offered.join()).not.toMatch(/No longer stored/);
  machine.fault = undefined;
  const gone: Answer = [
    /^The credential prod .* is no longer stored\. VS Code may keep .* Replace the credential/,
    'Replace Credential',
  ];
  const again = personWho([/^Atlas credentials$/, 'prod'], gone, ...values());
  await endCommand(testCredential(parts, undefined));
  expect(again.leave()).toEqual([]);
  expect(again.offered.join()).toMatch(/prod.*No longer stored/);
  const { seen } = again;
  expect(seen.at(-1)).toMatch(/^Signed in to http.* as prod \(\w+\)\. 2 projects are visible\.$/);
});

test('what it does not let go of is not said to be removed', async () => {
  await run(addCredential, ...boxes());
  machine.fault = 'clings';
  const pick: Answer = [/^Atlas credentials$/, 'prod'];
  const notGone = /^Couldn't remove .* from VS Code's secret storage\. Try again\.$/;
  expect((await run(removeCredential, pick, [/^Remove the credential/, 'Remove'])).at(-1)).toMatch(notGone);
  expect((await run(removeAllCredentials, [/^Remove one credential/, 'Remove All'])).at(-1)).toMatch(notGone);
});

test('all are removed, also those that cannot be listed, and no other secret', async () => {
  await run(addCredential, ...boxes());
  machine.records.set('streamconn.credential.orphan', '{}');
  machine.records.set('streamconn.secret.KAFKA_PASSWORD', 'x');
  const seen = await run(removeAllCredentials, [/^Remove one credential\?$/, 'Remove All']);
  expect(seen.at(-1)).toBe('Removed one credential.');
  expect([...machine.records.keys()]).toEqual(['streamconn.secret.KAFKA_PASSWORD']);
});
