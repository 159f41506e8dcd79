// New connection files from a snippet.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { commands, Uri, window } from 'vscode';
import { closeFolder, diagnosticsBecome, removeConnectionFiles } from './files.ts';
import { cleanUp, mayMake, pathOf, root } from './madeFiles.ts';
import { type Answer, type Person, personWho } from './person.ts';
import { run } from './secrets.ts';

function shownText(): string {
  return window.activeTextEditor?.document.getText() ?? '';
}

/** As the explorer's menu calls it. */
async function runOn(folder: Uri, ...answers: Answer[]): Promise<Person> {
  const person = personWho(...answers);
  await commands.executeCommand('streamconn.newConnectionFile', folder, [folder]);
  assert.deepEqual(person.leave(), []);
  return person;
}

describe('a new connection file', () => {
  afterEach(cleanUp);
  const pick = (title: string): Answer => [/^New connection file$/, title];
  const call = (name: string): Answer => [/^New connection file: The name of the connection/, name];
  const here: Answer = [/^New connection file$/, '$(folder)'];

  it('is what the snippet says, under its name, with the cursor at what is to be filled in first', async () => {
    const path = pathOf('new-kafka');
    const person = await run('newConnectionFile', pick('Kafka connection with PLAIN'), call('new-kafka'), here);
    assert.ok(person.offered.some((item) => /^S3 connection \| .*S3/.test(item)));
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.fsPath, path);
    assert.equal(editor?.document.languageId, 'streamconn');
    assert.equal(editor?.document.getText(editor.selection), 'broker.example.com:9092');
    assert.match(shownText(), /^\{\n {2}"type": "Kafka",\n {2}"name": "new-kafka",\n {2}"bootstrapServers": "/);
    assert.equal(readFileSync(path, 'utf8'), shownText());
    await diagnosticsBecome(editor.document, ['secret-not-stored']);
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(editor.document.getText(editor.selection), 'user');
  });

  it('whose name decides what it is has one of the names that there are', async () => {
    const path = pathOf('sampleweather');
    await run('newConnectionFile', pick('Sample connection'), pick('sampleweather'), here);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), { type: 'Sample', name: 'sampleweather' });
  });

  it('comes into the folder of the explorer', async () => {
    const folder = mayMake(join(root, 'below'));
    mkdirSync(folder);
    await runOn(Uri.file(folder), pick('Sample connection'), pick('samplelog'));
    assert.ok(existsSync(join(folder, 'samplelog.streamconn.json')));
  });

  it('goes into a folder that is picked: those with connection files, the root, or any other', async () => {
    removeConnectionFiles();
    const folder = mayMake(join(root, 'below'));
    const elsewhere = mayMake(mkdtempSync(join(tmpdir(), 'streamconn-elsewhere-')));
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.streamconn.json'), '{}');
    const start = [pick('S3 connection'), call('picked')];
    const { offered } = await run('newConnectionFile', ...start, pick('$(folder) below'));
    assert.ok(existsSync(join(folder, 'picked.streamconn.json')));
    assert.deepEqual(
      offered.filter((item) => item.startsWith('$(folder')).map((item) => item.split(' | ')[0]),
      ['$(folder) below', `$(folder) ${basename(root)}`, '$(folder-opened) Choose another folder…'],
    );
    // Where one is being edited, there the next is most likely to belong.
    writeFileSync(pathOf('above'), '{}');
    const next = await run('newConnectionFile', pick('S3 connection'), call('next'), here);
    assert.match(next.offered.find((item) => item.startsWith('$(folder)')) ?? '', /below/);
    assert.ok(existsSync(join(folder, 'next.streamconn.json')));
    await run('newConnectionFile', ...start, pick('$(folder-opened)'), [/^New connection file$/, elsewhere]);
    assert.ok(existsSync(join(elsewhere, 'picked.streamconn.json')));
  });

  it('in a window without a folder goes into the one that is chosen, under its name; cancelled, nowhere', async () => {
    const folder = mayMake(mkdtempSync(join(tmpdir(), 'streamconn-elsewhere-')));
    const start = [pick('S3 connection'), call('picked')];
    const reopen = closeFolder();
    try {
      const choose = (answer: string | undefined): Answer => [/^New connection file$/, answer];
      await run('newConnectionFile', ...start, choose(undefined));
      assert.equal(shownText(), '');
      await run('newConnectionFile', ...start, choose(folder));
    } finally {
      reopen();
    }
    const path = join(folder, 'picked.streamconn.json');
    const document = window.activeTextEditor?.document;
    assert.deepEqual([document?.uri.fsPath, document?.languageId, document?.isDirty], [path, 'streamconn', false]);
    assert.equal(readFileSync(path, 'utf8'), shownText());
  });

  it('comes into no folder outside of the workspace', async () => {
    for (const outside of [Uri.file(tmpdir()), Uri.file(root).with({ path: `${Uri.file(root).path}/../` })]) {
      const { seen } = await runOn(outside, pick('Sample connection'));
      assert.match(seen.at(-1) ?? '', /^The new file needs a folder of this workspace\./);
    }
  });

  it('never takes the place of one that is there: another name, or that file', async () => {
    const path = pathOf('taken');
    const other = pathOf('taken-2');
    writeFileSync(path, 'mine');
    const there = /^taken\.streamconn\.json exists already\. It stays as it is\.$/;
    const start = [pick('S3 connection'), call('taken'), here];
    const person = await run('newConnectionFile', ...start, [there, 'Choose Another Name'], call('taken-2'));
    assert.deepEqual(
      person.boxes.map(({ value }) => value),
      [undefined, 'taken'],
    );
    assert.ok(existsSync(other));
    await run('newConnectionFile', ...start, [there, 'Open It']);
    assert.equal(window.activeTextEditor?.document.uri.fsPath, path);
    await run('newConnectionFile', ...start, [there, undefined]);
    assert.equal(readFileSync(path, 'utf8'), 'mine');
  });

  it('a name that other tools refuse is warned of, and a name that no file can have makes one that can', async () => {
    const { boxes } = await run('newConnectionFile', pick('S3 connection'), [call('')[0], undefined]);
    const said = (text: string) => JSON.stringify(boxes[0]?.validateInput?.(text));
    assert.equal(said('orders-1_x'), undefined);
    assert.match(said('a/b'), /"message":"Better use 1 to 64 letters.*"severity":2/);
    assert.match(said(' '), /^"Type a name/);
  });

  it('is made where it was asked for, also where the folder has gone meanwhile', async () => {
    const folder = mayMake(join(root, 'gone'));
    mkdirSync(folder);
    const meanwhile = {
      test: (said: string) => call('')[0].test(said) && void rmSync(folder, { recursive: true }) === undefined,
    } as RegExp;
    await runOn(Uri.file(folder), pick('S3 connection'), [meanwhile, 'late']);
    assert.match(readFileSync(join(folder, 'late.streamconn.json'), 'utf8'), /"name": "late"/);
  });

  it('is not made in a folder that is gone when it is called', async () => {
    const { seen } = await runOn(Uri.file(join(root, 'gone')), pick('S3 connection'));
    assert.match(seen.at(-1) ?? '', /^The new file needs a folder of this workspace\./);
  });

  it('is not made by somebody who cancels', async () => {
    await run('newConnectionFile', [/^New connection file$/, undefined]);
    await run('newConnectionFile', pick('S3 connection'), [call('')[0], undefined]);
    await run('newConnectionFile', pick('S3 connection'), call('never'), [here[0], undefined]);
    assert.equal(window.activeTextEditor, undefined);
  });
});
