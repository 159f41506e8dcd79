// What the tests of Create and Update Connection share: running it as a person, what the sandbox saw, what the editor shows.
import assert from 'node:assert/strict';
import { commands, type TextDocument, window } from 'vscode';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { labelOf, signIn, signOut, startAtlas, targetOf } from './atlas.ts';
import { closeAll } from './files.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { poll } from './poll.ts';

export const confirm: Answer = [/^Create the connection/, 'Create Connection'];

export const confirmUpdate: Answer = [/^Update the connection/, 'Update Connection'];

/** Runs the command for the file, with a person who gives these answers and no other. */
export function create(document: TextDocument, ...answers: Answer[]): Promise<Person> {
  return doAs(() => commands.executeCommand('streamconn.createConnection', document.uri.toString()), ...answers);
}

export function update(document: TextDocument, ...answers: Answer[]): Promise<Person> {
  return doAs(() => commands.executeCommand('streamconn.updateConnection', document.uri.toString()), ...answers);
}

/** Does something with a person at the keyboard who gives these answers and no other. */
export async function doAs(act: () => Thenable<unknown>, ...answers: Answer[]): Promise<Person> {
  const person = personWho(...answers);
  let left: readonly Answer[];
  try {
    await act();
  } finally {
    left = person.leave();
  }
  assert.deepEqual(left, []);
  return person;
}

/** What the extension says last when the command runs and is confirmed. */
export async function lastWordOf(document: TextDocument): Promise<string> {
  return (await create(document, confirm)).seen.at(-1) ?? '';
}

export function isCreate({ method, url, body }: SeenRequest): boolean {
  return method === 'POST' && url.includes('/connections') && body !== '';
}

export function posted(sandbox: Sandbox): SeenRequest[] {
  return sandbox.requests.filter(isCreate);
}

export function isUpdate({ method, body }: SeenRequest): boolean {
  return method === 'PATCH' && body !== '';
}

export function patched(sandbox: Sandbox): SeenRequest[] {
  return sandbox.requests.filter(isUpdate);
}

/** The path of the target's connections. */
export function pathOf(sandbox: Sandbox): string {
  const { groupId, tenantName } = targetOf(sandbox);
  return `/api/atlas/v2/groups/${groupId}/streams/${tenantName}/connections`;
}

/** The text of the response that was opened. */
export async function shownResponse(): Promise<string> {
  const editor = await poll('the response', () =>
    window.activeTextEditor?.document.uri.scheme === 'streamconn-response' ? window.activeTextEditor : undefined,
  );
  return editor.document.getText();
}

/** So that what one test waits for has no word in the next. */
async function stopAllWaits(): Promise<void> {
  for (let isOneLeft = true; isOneLeft; ) {
    const person = personWho([/^Stop waiting$/, '']);
    await commands.executeCommand('streamconn.stopWaiting');
    // Which of them is asked where there are several.
    isOneLeft = person.leave().length === 0;
  }
}

/** Before each test of a block: a fresh sandbox as the target, signed in to; ended after it. */
export function withSignedInAtlas(use: (sandbox: Sandbox) => void): void {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startAtlas();
    use(sandbox);
    await signIn(sandbox, 'serviceAccount');
  });
  afterEach(async () => {
    await closeAll();
    await stopAllWaits();
    await signOut(labelOf(sandbox, 'serviceAccount'));
    await sandbox.stop();
  });
}
