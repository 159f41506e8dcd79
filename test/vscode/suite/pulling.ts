// What the tests of pulling share: a workspace folder without connection files, which is as before again after each test.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, workspace } from 'vscode';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { withSignedInAtlas } from './creating.ts';
import { closeAll, removeConnectionFiles } from './files.ts';
import type { Answer } from './person.ts';
import { poll } from './poll.ts';

export const root = () => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
export const fileOf = (name: string) => join(root(), `${name}.streamconn.json`);
export const textOf = (name: string) => readFileSync(fileOf(name), 'utf8');
export const read = (name: string) => JSON.parse(textOf(name));

/** Writes a file behind the editor's back, and waits until VS Code no longer remembers what it was before. */
export async function write(name: string, text: string): Promise<void> {
  mkdirSync(join(fileOf(name), '..'), { recursive: true });
  writeFileSync(fileOf(name), text);
  await poll(`${name} as written`, async () => (await workspace.openTextDocument(fileOf(name))).getText() === text);
}

export const pull = () => commands.executeCommand('streamconn.pullConnection');
export const pullAll = () => commands.executeCommand('streamconn.pullAll');
export const pick = (label: string | undefined): Answer => [/^Open connection as file$/, label];
export const here = pick('$(folder)');
export const allHere: Answer = [/^Pull all connections$/, '$(folder)'];
export const agree: Answer = [/^Pull .* of orders into /, 'Pull'];

/** Before each test of a block: a fresh sandbox, signed in to. Gives what tells the names in the folder before the test. */
export function withPullFolder(use: (sandbox: Sandbox) => void): () => readonly string[] {
  withSignedInAtlas(use);
  let before: readonly string[] = [];
  beforeEach(() => {
    removeConnectionFiles();
    before = readdirSync(root());
  });
  afterEach(async () => {
    await closeAll();
    for (const name of readdirSync(root())) {
      if (!before.includes(name)) rmSync(join(root(), name), { recursive: true });
    }
  });
  return () => before;
}
