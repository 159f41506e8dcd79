// A file whose tab is in italics, or is closed while a question lies open: it is sent as it is, and loses nothing.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type Tab, TabInputText, Uri, window, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { instanceOf } from './atlas.ts';
import { confirm, confirmUpdate, doAs, patched, posted, withSignedInAtlas } from './creating.ts';
import { goOn, openDiffs } from './diffs.ts';
import { removeConnectionFiles, retype } from './files.ts';
import { meanwhile } from './meanwhile.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { poll } from './poll.ts';

const webhook = { type: 'Https', name: 'webhook', url: 'https://mine.example.com' };

const tabsOf = (file: Uri): readonly Tab[] =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputText && input.uri.toString() === file.toString());
const isOpen = (file: Uri) => workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString());

let count = 0;

/** Opens a new file as a click in the explorer does: in italics, and with nothing but its tab that holds it. */
async function openInItalics(content: object): Promise<Uri> {
  const file = Uri.file(join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', `italics${++count}.streamconn.json`));
  writeFileSync(file.fsPath, JSON.stringify(content, null, 2));
  await commands.executeCommand('vscode.open', file, { preview: true });
  await poll('the tab', () => tabsOf(file).some(({ isPreview }) => isPreview));
  await poll('the file', () => isOpen(file));
  return file;
}

/** Closes its tab; VS Code lets go of the file. */
async function close(file: Uri): Promise<void> {
  await window.tabGroups.close(tabsOf(file));
  await poll('the file to be closed', () => !isOpen(file));
}

describe('a file without a lasting tab', () => {
  let sandbox: Sandbox;
  withSignedInAtlas((started) => {
    sandbox = started;
  });
  afterEach(removeConnectionFiles);

  const deploy = (file: Uri) => doAs(() => commands.executeCommand('streamconn.deployConnection', file.toString()));

  /** Runs the command for the file, while something happens at the question that matches. */
  async function run(
    way: string,
    file: Uri | undefined,
    at: RegExp,
    act: () => unknown,
    ...answers: Answer[]
  ): Promise<Person> {
    const person = personWho(...answers);
    meanwhile(at, act);
    await commands.executeCommand(`streamconn.${way}`, file?.toString());
    assert.deepEqual(person.leave(), []);
    return person;
  }

  it('in italics, it keeps its tab beside the diff, and the next diff takes the place of the last', async () => {
    const file = await openInItalics(webhook);
    for (let count = 0; count < 2; count++) {
      await deploy(file);
      assert.deepEqual([tabsOf(file).length, openDiffs()], [1, 1]);
    }
    const person = await doAs(goOn, confirmUpdate);
    assert.match(person.seen.at(-1) ?? '', /^Updated the Https connection “webhook”/);
    assert.deepEqual([patched(sandbox).length, tabsOf(file).length, openDiffs()], [1, 1, 0]);
  });

  for (const when of ['beside the diff', 'at the question'] as const) {
    it(`closed ${when}, it is updated as it was agreed to`, async () => {
      const file = await openInItalics(webhook);
      await deploy(file);
      if (when === 'beside the diff') await close(file);
      const person = personWho(confirmUpdate);
      if (when === 'at the question') meanwhile(confirmUpdate[0], () => close(file));
      await goOn();
      assert.deepEqual(person.leave(), []);
      assert.equal(person.seen.filter((text) => text.includes('changed since you were asked')).length, 0);
      assert.equal(patched(sandbox).length, 1);
    });
  }

  it('closed while its connection is deleted, it is re-created', async () => {
    const access = { type: 'PRIVATE_LINK', connectionId: '65a0c0ffee65a0c0ffee0002' };
    const bucket = {
      type: 'S3',
      name: 'bucket',
      networking: { access },
      aws: { roleArn: 'arn:aws:iam::123456789012:role/r' },
    };
    const networking = { access: { type: 'PUBLIC' } };
    instanceOf(sandbox).connections.set('bucket', { ...bucket, networking, id: 'x', state: 'READY' });
    const file = await openInItalics(bucket);
    const replace: Answer = [/^Atlas can't change networking/, 'Delete and Re-create…'];
    await deploy(file);
    await run(
      'updateInAtlas',
      undefined,
      replace[0],
      () => close(file),
      replace,
      [/^Delete the connection “bucket”/, 'Delete Connection'],
      [/^Delete connection: Type bucket/, 'bucket'],
      confirm,
    );
    assert.equal(posted(sandbox).length, 1);
  });

  it('changed and closed, it is asked about again as it is now', async () => {
    const file = await openInItalics(webhook);
    const changeAndClose = async () => {
      const document = await workspace.openTextDocument(file);
      await retype(document, JSON.stringify({ ...webhook, url: 'https://two.example.com' }));
      await document.save();
      await close(file);
    };
    await deploy(file);
    await changeAndClose();
    const person = await doAs(goOn);
    await doAs(goOn, confirmUpdate);
    assert.ok(person.seen.some((text) => text.includes('changed since you were asked')));
    assert.deepEqual(
      patched(sandbox).map(({ body }) => JSON.parse(body).url),
      ['https://two.example.com'],
    );
  });

  for (const [way, offer, ...answers] of [
    ['updateConnection', [/404: .*no such connection/, 'Create Instead'], confirmUpdate],
    ['compareWithAtlas', [/^There is no connection “absent” in orders/, 'Create Connection']],
  ] as const satisfies readonly (readonly [string, Answer, ...Answer[]])[]) {
    it(`closed while ${way} offers to create the connection, it is created`, async () => {
      const file = await openInItalics({ ...webhook, name: 'absent' });
      await run(way, file, offer[0], () => close(file), ...answers, offer, confirm);
      assert.equal(posted(sandbox).length, 1);
    });
  }

  it('never saved, it is gone with its tab: nothing is sent, and nothing new is opened', async () => {
    const document = await workspace.openTextDocument({ language: 'streamconn', content: JSON.stringify(webhook) });
    await window.showTextDocument(document, { preview: false });
    const discard = async () => {
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await poll('the file to be gone', () => !isOpen(document.uri));
    };
    await deploy(document.uri);
    await discard();
    const person = await doAs(() => commands.executeCommand('streamconn.updateInAtlas'));
    assert.match(person.seen.at(-1) ?? '', /^Open a \*\.streamconn\.json file first/);
    assert.deepEqual([patched(sandbox), isOpen(document.uri)], [[], false]);
  });
});
