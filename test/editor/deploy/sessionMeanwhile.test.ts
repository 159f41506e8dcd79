// While a question lies open, another window replaces the credential or the network changes, which ends the session: it is opened anew.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteConnection } from '../../../client/src/editor/deploy/deleteConnection.ts';
import { createConnection, deployConnection } from '../../../client/src/editor/deploy/sendConnection.ts';
import { updateInAtlas } from '../../../client/src/editor/deploy/updateInAtlas.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { type CommandParts, createCommandParts, requestOf } from '../../support/commandParts.ts';
import { endCommand } from '../../support/endCommand.ts';
import { Uri } from '../../support/fakeVscode.ts';
import { meanwhile } from '../../vscode/suite/meanwhile.ts';
import { type Answer, personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const file = Uri.file('/home/me/x.streamconn.json') as never;
const webhook = { type: 'Https', name: 'webhook', url: 'https://mine.example.com' };

let sandbox: Sandbox;
let made: CommandParts;

beforeEach(async () => {
  sandbox = await createSandbox();
  made = createCommandParts(sandbox);
  made.file.request = requestOf(webhook);
  await made.signIn();
});
afterEach(async () => {
  await made.parts.atlas.closeAll();
  await sandbox.stop();
});

const connections = () => {
  const [project] = sandbox.state.projects.values();
  return project?.instances.get('orders')?.connections ?? new Map();
};
const endSession = () => made.parts.atlas.closeAll();

/** What is said last when the session ends at the question that matches. */
async function run(command: typeof createConnection, question: RegExp, ...answers: Answer[]): Promise<string> {
  const person = personWho(...answers);
  meanwhile(question, endSession);
  await command(made.parts, file);
  expect(person.leave()).toEqual([]);
  return person.seen.at(-1) ?? '';
}

const update: Answer = [/^Update the connection/, 'Update Connection'];
const create: Answer = [/^Create the connection/, 'Create Connection'];
const remove: readonly Answer[] = [
  [/^Delete the connection/, 'Delete Connection'],
  [/^Delete connection: Type webhook/, 'webhook'],
];

test('a new connection is created', async () => {
  made.file.request = requestOf({ ...webhook, name: 'inventory' });
  expect(await run(createConnection, create[0], create)).toMatch(/^Created the Any connection “inventory”/);
});

/** Deploys, and goes on from the diff. */
async function deployAndUpdate(...given: Parameters<typeof createConnection>): Promise<void> {
  await endCommand(deployConnection(...given));
  await updateInAtlas(...given);
}

test('an update is made', async () => {
  expect(await run(deployAndUpdate, update[0], update)).toMatch(/^Updated the Any connection “webhook”/);
  expect(connections().get('webhook').url).toBe(webhook.url);
});

test('a connection is deleted', async () => {
  await run((parts, at) => deleteConnection(parts, undefined, at), /^Delete the connection/, ...remove);
  expect(connections().get('webhook').state).toBe('DELETING');
});

test('a connection is deleted and re-created, though the session ends once more while it waits', async () => {
  const { parts } = made;
  const { compare } = parts;
  parts.compare = async (params) => {
    const result = await compare(params);
    return result && { ...result, immutable: ['/type'] };
  };
  parts.waiting.begin = async () => {
    connections().delete('webhook');
    await endSession();
  };
  const replace: Answer = [/^Atlas can't change/, 'Delete and Re-create…'];
  const last = await run(deployAndUpdate, replace[0], replace, ...remove, create);
  expect(last).toMatch(/^Created the Any connection “webhook”/);
});

test('what cannot be opened anew is said, and nothing is sent', async () => {
  const person = personWho(update);
  meanwhile(update[0], async () => {
    made.machine.records.clear();
    await endSession();
  });
  await endCommand(deployAndUpdate(made.parts, file));
  expect(person.leave()).toEqual([]);
  expect(person.seen.at(-1)).toMatch(/^The credential .* is no longer stored/);
  expect(sandbox.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
});
