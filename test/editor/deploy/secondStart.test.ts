// What is underway is not started once more, and says so; sends of one project keep to its rate limit together.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteConnection } from '../../../client/src/editor/deploy/deleteConnection.ts';
import { createConnection } from '../../../client/src/editor/deploy/sendConnection.ts';
import { rateLimited } from '../../sandbox/reply.ts';
import { createSandbox, type Sandbox, type SeenRequest } from '../../sandbox/sandbox.ts';
import { type CommandParts, createCommandParts, requestOf } from '../../support/commandParts.ts';
import { endCommand } from '../../support/endCommand.ts';
import { Uri } from '../../support/fakeVscode.ts';
import { meanwhile } from '../../vscode/suite/meanwhile.ts';
import { type Answer, type Person, personWho } from '../../vscode/suite/person.ts';

vi.mock('vscode', () => import('../../support/fakeVscode.ts'));

const bodyOf = (name: string) => ({ type: 'Https', name, url: 'https://mine.example.com' });
const fileOf = (name: string) => Uri.file(`/home/me/${name}.streamconn.json`) as never;

let sandbox: Sandbox;
let made: CommandParts;
let person: Person;

beforeEach(async () => {
  sandbox = await createSandbox();
  made = createCommandParts(sandbox);
  await made.signIn();
});
afterEach(async () => {
  person.leave();
  await made.parts.atlas.closeAll();
  await sandbox.stop();
});

const isPost = ({ method }: SeenRequest) => method === 'POST';
const posted = () => sandbox.requests.filter((request) => isPost(request) && request.url.includes('/connections'));

function create(name: string): Promise<void> {
  made.file.request = requestOf(bodyOf(name));
  return endCommand(createConnection(made.parts, fileOf(name)));
}

function remove(name: string): Promise<void> {
  made.file.request = requestOf(bodyOf(name));
  return endCommand(deleteConnection(made.parts, undefined, fileOf(name)));
}

test('a file that is being deployed says so to whoever starts it again', async () => {
  person = personWho([/^Create the connection/, 'Create Connection']);
  await Promise.all([create('orders'), create('orders')]);
  expect(person.seen).toContain('"orders" is already being deployed.');
  expect(posted()).toHaveLength(1);
});

const consent: readonly Answer[] = [
  [/^Delete the connection/, 'Delete Connection'],
  [/^Delete connection: Type webhook/, 'webhook'],
];

test('deleting twice says so; while Atlas takes it away, it can be deleted again', async () => {
  const begin = vi.fn(() => new Promise(() => undefined));
  Object.assign(made.parts.waiting, { begin });
  person = personWho(...consent);
  meanwhile(/^Delete the connection/, () => remove('webhook'));
  void remove('webhook');
  await expect.poll(() => begin.mock.calls).toHaveLength(1);
  expect(person.seen).toContain('"webhook" is already being deleted.');
  person.leave();
  person = personWho([/^Delete the connection/, undefined]);
  await remove('webhook');
  expect(person.seen).toEqual([expect.stringMatching(/^Delete the connection “webhook” from Atlas\?/)]);
});

const confirm: Answer = [/^Create the connection/, 'Create Connection'];

test.each<[string, () => Promise<void>, readonly Answer[]]>([
  ['deployed', () => create('second'), [confirm]],
  ['deleted', () => remove('webhook'), consent],
])('a rate limit that makes one wait holds back the next one of the project that is %s', async (_, next, answers) => {
  const times: number[] = [];
  const isSend = ({ method, url }: SeenRequest) => method !== 'GET' && url.includes('/connections');
  const note = (request: SeenRequest) => {
    if (isSend(request)) times.push(Date.now());
    return false;
  };
  sandbox.fault({ kind: 'silent' }, note);
  sandbox.fault({ kind: 'reply', reply: rateLimited({ retryAfter: 1 }) }, isSend);
  person = personWho(confirm, ...answers);
  const first = create('first');
  await expect.poll(posted).toHaveLength(1);
  await Promise.all([first, next()]);
  const [begun = 0, then = 0] = times;
  expect([times.length, then - begun >= 900]).toEqual([3, true]);
});
