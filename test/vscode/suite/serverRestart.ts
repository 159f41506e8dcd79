// What the person has when the language server crashes, is restarted, or does not stay up.
import assert from 'node:assert/strict';
import { commands, languages, type TextDocument, window, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirm, confirmUpdate, create, doAs, posted, update, withSignedInAtlas } from './creating.ts';
import { closeAll, cluster, diagnosticsBecome, openFile } from './files.ts';
import { poll } from './poll.ts';
import { kill, lensesCome, serverPid, serverPids } from './serverProcess.ts';

const nameExists = 'STREAM_CONNECTION_NAME_ALREADY_EXISTS';
const staysDown = /^The Stream Connections language server keeps stopping/;
const needed = /^The Stream Connections language server stopped, so this could not be finished\./;
const buttons = ['Restart', 'Show Log'];

const restart = () => commands.executeCommand('streamconn.restartLanguageServer');

/** One that Atlas has refused, and one whose secret is not stored. */
async function openBoth(sandbox: Sandbox): Promise<readonly [TextDocument, TextDocument]> {
  instanceOf(sandbox).connections.set('shop', { ...cluster, state: 'READY' });
  const refused = await openFile(cluster);
  await create(refused, confirm);
  // The next file would take its tab.
  await commands.executeCommand('workbench.action.keepEditor');
  const https = { type: 'Https', name: 'hook', url: 'https://example.com', headers: { A: '${secret:NEVER_STORED}' } };
  const secretive = await openFile(https);
  await allIsThere([refused, secretive]);
  return [refused, secretive];
}

async function allIsThere([refused, secretive]: readonly [TextDocument, TextDocument]): Promise<void> {
  await lensesCome(refused);
  await lensesCome(secretive);
  await diagnosticsBecome(refused, [nameExists]);
  await diagnosticsBecome(secretive, ['secret-not-stored']);
}

interface Message {
  readonly text: string;
  readonly buttons: readonly unknown[];
  press(button: string | undefined): void;
}

/** Every message from now on, as long as `act` lasts; each waits for its answer. */
async function withMessages(act: (messages: readonly Message[]) => Promise<void>): Promise<void> {
  const { showErrorMessage, showInformationMessage, showWarningMessage } = window;
  const messages: Message[] = [];
  const show = (text: string, ...others: unknown[]) =>
    new Promise<unknown>((press) => messages.push({ text, buttons: others, press }));
  Object.assign(window, { showErrorMessage: show, showInformationMessage: show, showWarningMessage: show });
  try {
    await act(messages);
  } finally {
    Object.assign(window, { showErrorMessage, showInformationMessage, showWarningMessage });
    for (const { press } of messages) press(undefined);
  }
}

/** Kills each language server as soon as it comes. */
async function killUntil(isEnough: () => boolean): Promise<void> {
  await poll('enough', () => {
    for (const pid of serverPids()) kill(pid);
    return isEnough();
  });
}

describe('the language server', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  // What was killed in one test does not count in the next.
  afterEach(() => doAs(restart));

  it('that crashes comes back with lenses, findings and refusals, without a word', async () => {
    const both = await openBoth(sandbox);
    await withMessages(async (messages) => {
      for (let crashes = 0, pid = await serverPid(); crashes < 2; crashes++) {
        kill(pid);
        pid = await serverPid(pid);
        await allIsThere(both);
      }
      assert.deepEqual(messages, []);
    });
  });

  it('that crashes does not bring back what Atlas has taken meanwhile', async () => {
    const [refused, secretive] = await openBoth(sandbox);
    await update(refused, confirmUpdate);
    await diagnosticsBecome(refused, []);
    const pid = await serverPid();
    kill(pid);
    await serverPid(pid);
    await diagnosticsBecome(secretive, ['secret-not-stored']);
    await lensesCome(refused);
    assert.deepEqual(languages.getDiagnostics(refused.uri), []);
  });

  it('is restarted by its command, and knows what the one before knew', async () => {
    const both = await openBoth(sandbox);
    const pid = await serverPid();
    const person = await doAs(restart);
    assert.deepEqual(person.seen, ['The Stream Connections language server is running again.']);
    await serverPid(pid);
    await allIsThere(both);
  });

  it('is there once, however often it is restarted at once', async () => {
    const both = await openBoth(sandbox);
    const pid = await serverPid();
    const person = await doAs(() => Promise.all([restart(), restart(), restart()]));
    assert.equal(new Set(person.seen).size, 1);
    await serverPid(pid);
    await allIsThere(both);
    assert.equal(serverPids().length, 1);
  });

  it('is waited for by a command that comes while it is restarted', async () => {
    // Others that are open without a tab are told first.
    for (const name of ['a', 'b']) await openFile({ ...cluster, name });
    await closeAll();
    const document = await openFile(cluster);
    const creating = () => commands.executeCommand('streamconn.createConnection', document.uri.toString());
    await doAs(() => Promise.all([restart(), creating()]), confirm);
    assert.equal(posted(sandbox).length, 1);
  });

  it('that does not stay up is told once, as is each command that needs it, until it is restarted', async () => {
    const both = await openBoth(sandbox);
    await withMessages(async (messages) => {
      await killUntil(() => messages.length > 0);
      const preview = commands.executeCommand('streamconn.previewRequest', both[0].uri.toString());
      await poll('its answer', () => messages.length > 1);
      assert.deepEqual(
        messages.map((message) => message.buttons),
        [buttons, buttons],
      );
      const [first, second] = messages;
      assert.match(first?.text ?? '', staysDown);
      assert.match(second?.text ?? '', needed);
      assert.deepEqual(serverPids(), []);
      second?.press(undefined);
      await preview;
      first?.press('Restart');
      await allIsThere(both);
      assert.deepEqual(
        messages.slice(2).map(({ text }) => text),
        ['The Stream Connections language server is running again.'],
      );
    });
  });

  it('has nothing of an untitled file that was closed', async () => {
    const open = async () => {
      const document = await workspace.openTextDocument({ language: 'streamconn', content: JSON.stringify(cluster) });
      await window.showTextDocument(document);
      return document;
    };
    instanceOf(sandbox).connections.set('shop', { ...cluster, state: 'READY' });
    const first = await open();
    await create(first, confirm);
    await diagnosticsBecome(first, [nameExists]);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await poll('the file to be closed', () => first.isClosed);
    const pid = await serverPid();
    kill(pid);
    await serverPid(pid);
    const second = await open();
    assert.equal(String(second.uri), String(first.uri));
    await lensesCome(second);
    assert.deepEqual(languages.getDiagnostics(second.uri), []);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
