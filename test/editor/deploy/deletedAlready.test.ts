// What a 404 means to who deletes: the connection has gone, or its instance is not there, or nobody knows.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteConnection } from '../../../client/src/editor/deploy/deleteConnection.ts';
import { errorReply } from '../../sandbox/reply.ts';
import { createSandbox, type Sandbox, type SeenRequest } from '../../sandbox/sandbox.ts';
import { type CommandParts, createCommandParts, requestOf } from '../../support/commandParts.ts';
import { endCommand } from '../../support/endCommand.ts';
import { Uri } from '../../support/fakeVscode.ts';
import { type Answer, personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

let sandbox: Sandbox;
let made: CommandParts;

beforeEach(async () => {
  sandbox = await createSandbox();
  made = createCommandParts(sandbox);
  made.file.request = requestOf({ type: 'Https', name: 'webhook' });
  await made.signIn();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await made.parts.atlas.closeAll();
  await sandbox.stop();
});

const agree: readonly Answer[] = [
  [/^Delete the connection/, 'Delete Connection'],
  [/^Delete connection: Type webhook/, 'webhook'],
];
const isDelete = ({ method }: SeenRequest) => method === 'DELETE';
const deletions = () => sandbox.requests.filter(isDelete);

async function run(...answers: Answer[]): Promise<string> {
  const person = personWho(...answers);
  await endCommand(deleteConnection(made.parts, undefined, Uri.file('/home/me/x.streamconn.json') as never));
  expect(person.leave()).toEqual([]);
  return person.seen.at(-1) ?? '';
}

test('a connection that is not there was deleted already', async () => {
  made.file.request = requestOf({ type: 'Https', name: 'webhook' });
  for (const { instances } of sandbox.state.projects.values()) instances.get('orders')?.connections.delete('webhook');
  expect(await run(...agree)).toBe('The connection “webhook” in orders was deleted already.');
});

test('of an instance that is mistyped, it says so before any question, and leads to another target', async () => {
  const { groupId = '' } = made.parts.targets.get(null) ?? {};
  Object.assign(made.parts.targets, { get: () => ({ groupId, tenantName: 'oders' }) });
  const notDeleted = /^The connection “webhook” was not deleted\. Atlas refused with 404/;
  await run([notDeleted, 'Choose Target'], [/^Choose target \(1\/2\)/, undefined]);
  expect(deletions()).toEqual([]);
});

test('an instance that goes meanwhile takes no connection for deleted', async () => {
  const gone = errorReply(404, 'Not Found', 'STREAM_TENANT_NOT_FOUND_FOR_NAME', 'No such instance.');
  sandbox.fault({ kind: 'reply', reply: gone }, isDelete);
  expect(await run(...agree)).toMatch(/^The connection “webhook” was not deleted\. Atlas refused with 404/);
});

test('a 404 that is not from Atlas says nothing of the connection', async () => {
  sandbox.fault({ kind: 'reply', reply: { status: 404, body: '<h1>Not found</h1>' } }, isDelete);
  expect(await run(...agree)).toMatch(/^The connection “webhook” was not deleted\./);
});

test('a name that is a placeholder names no connection', async () => {
  const place = { pointer: '/name', kind: 'env', name: 'NAME' } as const;
  made.file.request = requestOf({ type: 'Https', name: '${env:NAME}' }, [place]);
  expect(await run()).toMatch(/^The name of this connection is a placeholder\. Write the name itself into the file\./);
  expect(sandbox.requests).toEqual([]);
});
