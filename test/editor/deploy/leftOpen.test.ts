// A message that lies open keeps nothing from being started anew: neither a file from being sent, nor a connection from being deleted.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteConnection } from '../../../client/src/editor/deploy/deleteConnection.ts';
import { createConnection, deployConnection } from '../../../client/src/editor/deploy/sendConnection.ts';
import { updateInAtlas } from '../../../client/src/editor/deploy/updateInAtlas.ts';
import { connectionNode, makeNode } from '../../../client/src/editor/view/nodes.ts';
import { refusals } from '../../sandbox/reply.ts';
import { createSandbox, type Sandbox, type SeenRequest } from '../../sandbox/sandbox.ts';
import { type CommandParts, createCommandParts, requestOf } from '../../support/commandParts.ts';
import { endCommand } from '../../support/endCommand.ts';
import { Uri } from '../../support/fakeVscode.ts';
import { meanwhile } from '../../vscode/suite/meanwhile.ts';
import { type Answer, personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const body = { type: 'Https', name: 'webhook', url: 'https://mine.example.com' };
const file = Uri.file('/home/me/webhook.streamconn.json') as never;

let sandbox: Sandbox;
let made: CommandParts;
let id: string;

beforeEach(async () => {
  sandbox = await createSandbox();
  made = createCommandParts(sandbox);
  made.file.request = requestOf(body);
  id = await made.signIn();
});
afterEach(async () => {
  await made.parts.atlas.closeAll();
  await sandbox.stop();
});

const create = () => createConnection(made.parts, file);
const deploy = async () => {
  await endCommand(deployConnection(made.parts, file));
  await updateInAtlas(made.parts, file);
};
const remove = async () => {
  const [credential] = await made.parts.credentials.list();
  const target = made.parts.targets.get(null);
  if (!credential || !target) throw new Error('There are both.');
  const place = { credential, ...target, region: undefined };
  return deleteConnection(made.parts, connectionNode(makeNode({ kind: 'instance', ...place }), body), undefined);
};

const update: Answer = [/^Update the connection/, 'Update Connection'];
const consent: Answer = [/^Delete the connection/, 'Delete Connection'];
const typeName: Answer = [/^Delete connection: Type webhook/, 'webhook'];

/** Refuses the sign-in from now on, until a new token has been refused, too. */
const refuse = (when: (request: SeenRequest) => boolean) =>
  sandbox.fault({ kind: 'reply', reply: refusals.unauthorized, times: 2 }, when);
const isGet = ({ method, url }: SeenRequest) => method === 'GET' && url.endsWith('/connections/webhook');

/** Runs it with these answers, and leaves the message open that matches. */
async function leaveOpen(message: RegExp, run: () => Promise<void>, ...answers: Answer[]): Promise<void> {
  const person = personWho(...answers);
  await new Promise<void>((resolve, reject) => {
    meanwhile(message, () => {
      resolve();
      return new Promise(() => undefined);
    });
    run().then(() => reject(new Error(`It has ended: ${person.seen.join()}`)), reject);
  });
  expect(person.leave()).toEqual([]);
}

/** What is seen when it is run once more. */
async function again(run: () => Promise<void>, ...answers: Answer[]): Promise<string> {
  const person = personWho(...answers);
  await endCommand(run());
  expect(person.leave()).toEqual([]);
  return person.seen.join('\n');
}

test('that the file has errors', async () => {
  made.file.errors = 1;
  await leaveOpen(/one error that Atlas would refuse/, create);
  made.file.errors = 0;
  expect(await again(create, [/^Create the connection/, undefined])).toMatch(/^Create the connection “webhook”/);
});

test('that the target cannot be used', async () => {
  const { targets } = made.parts;
  const { get } = targets;
  Object.assign(targets, { get: () => ({ groupId: 'nonsense', tenantName: 'orders' }) });
  await leaveOpen(/^The target in the settings cannot be used/, create);
  Object.assign(targets, { get });
  expect(await again(create, [/^Create the connection/, undefined])).toMatch(/^Create the connection “webhook”/);
});

test('that Atlas does not tell a second time what it has', async () => {
  const run = () => {
    meanwhile(/^Update the connection/, () => refuse(isGet));
    return deploy();
  };
  await leaveOpen(/^Atlas refused with 401/, run, update);
  expect(await again(deploy, [update[0], undefined])).toMatch(/^Update the connection “webhook”/);
});

test('that the credential is no longer stored', async () => {
  const lose = async () => {
    made.machine.fault = 'cannot decrypt';
    await made.parts.atlas.closeAll();
  };
  const run = (question: RegExp, command: () => Promise<void>) => () => {
    meanwhile(question, lose);
    return command();
  };
  await leaveOpen(/^The credential .* is no longer stored/, run(/^Update the connection/, deploy), update);
  expect(await again(deploy)).toMatch(/^The credential .* is no longer stored/);
  await made.parts.credentials.remove(id);
  made.machine.fault = undefined;
  id = await made.signIn();
  await leaveOpen(/^The credential .* is no longer stored/, run(/^Delete the connection/, remove), consent, typeName);
  expect(await again(remove)).toMatch(/^The credential .* is no longer stored/);
});

test.each([
  ['the processors are not told', ({ url }: SeenRequest) => url.includes('/processors'), []],
  ['it is not deleted', ({ method }: SeenRequest) => method === 'DELETE', [consent, typeName]],
] as const)('that the sign-in is refused, so that %s', async (_, when, answers) => {
  refuse(when);
  await leaveOpen(/was not deleted\. Atlas refused with 401/, remove, ...answers);
  expect(await again(remove, [consent[0], undefined])).toMatch(/^Delete the connection “webhook” from Atlas\?/);
});
