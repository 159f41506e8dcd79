// What VS Code does not write into the settings is said, with the way to mend it; the target stays as it was.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Uri, window, workspace } from 'vscode';
import { doAs, withSignedInAtlas } from './creating.ts';
import { closeAll, retype } from './files.ts';
import type { Answer } from './person.ts';
import { poll } from './poll.ts';

const file = () => {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return Uri.joinPath(folder.uri, '.vscode/settings.json');
};
const inUse = () => workspace.getConfiguration('streamconn').get('instance');
const answers: Answer[] = [
  [/project$/, 'Weather'],
  [/stream instance \(workspace\)$/, 'stations'],
];
const choose = (...more: Answer[]) =>
  doAs(() => commands.executeCommand('streamconn.chooseTarget'), ...answers, ...more);

describe('settings that VS Code does not write', () => {
  let before: string;
  withSignedInAtlas(() => undefined);
  beforeEach(() => {
    mkdirSync(join(file().fsPath, '..'), { recursive: true });
    before = readFileSync(file().fsPath, 'utf8');
  });
  afterEach(async () => {
    await closeAll();
    rmSync(file().fsPath);
    writeFileSync(file().fsPath, before);
    await poll('VS Code to see it', async () => (await workspace.openTextDocument(file())).getText() === before);
  });

  it('because the file is broken: its button opens the file', async () => {
    writeFileSync(file().fsPath, `${before.trimEnd().slice(0, -1)}, "a": {{ `);
    const person = await choose([/^The target was not saved\./, 'Open Settings File']);
    assert.ok(!person.seen.join().includes('Something went wrong'));
    assert.equal(window.activeTextEditor?.document.uri.toString(), file().toString());
  });

  it('because it has unsaved changes: the target stays as it was', async () => {
    const document = await workspace.openTextDocument(file());
    await window.showTextDocument(document);
    await retype(document, `${before.trimEnd()}\n\n`);
    const person = await choose();
    assert.match(person.seen.at(-1) ?? '', /^The target was not saved\. /);
    assert.equal(inUse(), 'orders');
  });
});
