// A sign-in that no longer works, and one that is no longer stored: whatever was to be done, one button leads to new values.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AtlasCredential } from '../../../client/src/core/atlas/outcome.ts';
import { replaceCredential } from '../../../client/src/editor/credentials/replaceCredential.ts';
import { testCredential } from '../../../client/src/editor/credentials/testCredential.ts';
import { compareWithAtlas } from '../../../client/src/editor/deploy/compareWithAtlas.ts';
import { deleteConnection } from '../../../client/src/editor/deploy/deleteConnection.ts';
import {
  createConnection,
  deployConnection,
  updateConnection,
} from '../../../client/src/editor/deploy/sendConnection.ts';
import { pullAll } from '../../../client/src/editor/pull/pullAll.ts';
import { pullConnection } from '../../../client/src/editor/pull/pullConnection.ts';
import type { Services } from '../../../client/src/editor/services.ts';
import { chooseTarget } from '../../../client/src/editor/target/chooseTarget.ts';
import { createConnectionsTree } from '../../../client/src/editor/view/connectionsTree.ts';
import { credentialOf } from '../../../client/src/editor/view/nodes.ts';
import { createWaitingList } from '../../../client/src/editor/waiting/waitingList.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { type CommandParts, createCommandParts } from '../../support/commandParts.ts';
import { endCommand } from '../../support/endCommand.ts';
import type { FakeSecrets } from '../../support/fakeSecrets.ts';
import { Uri } from '../../support/fakeVscode.ts';
import { type Answer, personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

type Kind = AtlasCredential['kind'];

let sandbox: Sandbox;
let machine: FakeSecrets;
let parts: Services;
let storeCredential: CommandParts['signIn'];
let id: string;

beforeEach(async () => {
  sandbox = await createSandbox();
  ({ parts, machine, signIn: storeCredential } = createCommandParts(sandbox));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await parts.atlas.closeAll();
  await sandbox.stop();
});

async function signIn(kind: Kind): Promise<void> {
  id = await storeCredential(kind);
}

/** The secret was rotated in Atlas, and the token has come to its end. */
function expire(kind: Kind): void {
  const { serviceAccount, apiKey } = sandbox.state.credentials.owner;
  if (kind === 'serviceAccount') Object.assign(serviceAccount, { clientSecret: 'rotated' });
  else Object.assign(apiKey, { privateKey: 'rotated' });
  sandbox.signIn.expireAll();
}

/** What a person who gives exactly these answers sees. */
async function run(command: (parts: Services) => Promise<void>, ...answers: Answer[]): Promise<string[]> {
  const person = personWho(...answers);
  await endCommand(command(parts));
  expect(person.leave()).toEqual([]);
  return person.seen;
}

const file = Uri.file('/home/me/inventory.streamconn.json') as never;
const replaced: Answer[] = [
  [/Replace the credential|replace the credential/, 'Replace Credential'],
  [/^(Client id|Public key): /, undefined],
];

const commandsThatSignIn: readonly (readonly [string, (parts: Services) => Promise<void>])[] = [
  ['createConnection', (all) => createConnection(all, file)],
  ['updateConnection', (all) => updateConnection(all, file)],
  ['deployConnection', (all) => deployConnection(all, file)],
  ['compareWithAtlas', (all) => compareWithAtlas(all, undefined, file)],
  ['deleteConnection', (all) => deleteConnection(all, undefined, file)],
  ['pullConnection', (all) => pullConnection(all, undefined)],
  ['pullAll', (all) => pullAll(all, undefined)],
  ['chooseTarget', (all) => chooseTarget(all, undefined)],
  ['testCredential', (all) => testCredential(all, id)],
];

describe.each(commandsThatSignIn)('%s', (_, command) => {
  test.each(['serviceAccount', 'apiKey'] as const)('a sign-in that has expired: %s', async (kind) => {
    await signIn(kind);
    expire(kind);
    const seen = await run(command, ...replaced);
    expect(seen[0]).toMatch(/Not signed in\. Atlas does not accept|Atlas refused with 401/);
    expect(sandbox.requests.filter(({ method, url }) => method !== 'GET' && !url.includes('/oauth/'))).toEqual([]);
  });

  test('a credential that is no longer stored', async () => {
    await signIn('serviceAccount');
    machine.fault = 'cannot decrypt';
    const seen = await run(command, ...replaced);
    expect(seen[0]).toMatch(
      /^The credential prod for http\S+ is no longer stored\. VS Code may keep .* Replace the credential/,
    );
    expect(sandbox.requests).toEqual([]);
  });
});

test('with new values, choosing the target goes on', async () => {
  await signIn('apiKey');
  expire('apiKey');
  const { publicKey, privateKey } = sandbox.state.credentials.owner.apiKey;
  await run(
    (all) => chooseTarget(all, undefined),
    [/^Atlas refused with 401/, 'Replace Credential'],
    [/^Public key: /, publicKey],
    [/^Private key: /, privateKey],
    [/^Choose target \(1\/2\)/, undefined],
  );
});

test('a project can be typed in all the same', async () => {
  await signIn('apiKey');
  expire('apiKey');
  await run(
    (all) => chooseTarget(all, undefined),
    [/^Atlas refused with 401/, 'Type a project id…'],
    [/^Choose target \(1\/2\)/, undefined],
  );
});

test.each(['expired', 'lost'] as const)('who waits for a connection has the button at the end: %s', async (fault) => {
  await signIn('apiKey');
  if (fault === 'expired') expire('apiKey');
  else machine.fault = 'cannot decrypt';
  const person = personWho([/^No longer waiting for .*the credential/, 'Replace Credential']);
  const [credential] = await parts.credentials.list();
  const target = parts.targets.get(null);
  if (!credential || !target) throw new Error('There are both.');
  const place = { credential, ...target, name: 'inventory' };
  const replaceCredential = vi.fn(async () => undefined);
  const { atlas, log } = parts;
  const list = createWaitingList({ atlas, log, onEnd: () => undefined, replaceCredential });
  await list.begin(place, 'ready', 'PENDING');
  await expect.poll(() => replaceCredential.mock.calls).toEqual([[credential]]);
  expect(person.leave()).toEqual([]);
});

test('in the Connections view, the menu of the node that says so leads there', async () => {
  await signIn('apiKey');
  expire('apiKey');
  const tree = createConnectionsTree({
    credentials: parts.credentials.list,
    atlas: parts.atlas,
    isTrusted: () => true,
    onLoading: () => undefined,
    onWait: () => undefined,
  });
  const [credential] = await tree.children();
  const [failure] = await tree.children(credential);
  expect(failure).toMatchObject({ kind: 'failure', text: expect.stringMatching(/Replace the credential/) });
  await run((all) => replaceCredential(all, failure && credentialOf(failure)), [/^Public key: /, undefined]);
  const menu = packageJson.contributes.menus['view/item/context'];
  const entry = menu.find(({ command }) => command === 'streamconn.replaceCredential');
  expect(entry?.when).toMatch(/failure/);
});
