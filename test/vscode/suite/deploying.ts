// What the tests of deploying a folder share: a folder of its own for each, its files, a person who agrees, the summary.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Uri, window, workspace } from 'vscode';
import type { Sandbox, SeenRequest } from '../../sandbox/sandbox.ts';
import { doAs, withSignedInAtlas } from './creating.ts';
import type { Answer, Person } from './person.ts';
import { accept, withPlan } from './planPick.ts';
import { poll } from './poll.ts';

export const webhook = {
  type: 'Https',
  name: 'webhook',
  url: 'https://hooks.example.com/orders',
  headers: { 'X-Source': 'shop' },
};
export const changed = { ...webhook, url: 'https://hooks.example.com/new' };
export const solar = { type: 'Sample', name: 'sample_stream_solar' };
export const made = (name: string) => ({ type: 'Https', name, url: 'https://made.example.com' });
export const manyOf = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`many${index}`, made(`many${index}`)]));

export const yes: Answer = [/^Deploy .* to orders\?$/, 'Deploy'];
export const no: Answer = [/^Deploy .* to orders\?$/, undefined];
export const withSummary = (message: RegExp): Answer => [message, 'Show Summary'];

export const root = () => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
export const lastOf = ({ seen }: Person) => seen.at(-1) ?? '';
export const namesOf = (requests: readonly SeenRequest[]) => requests.map(({ body }) => JSON.parse(body).name).sort();

let count = 0;
let folder: Uri;

export const fileOf = (name: string) => Uri.joinPath(folder, `${name}.streamconn.json`);

/** Writes the files of the folder; what is no text becomes JSON. */
export function write(files: Readonly<Record<string, unknown>>): void {
  for (const [name, content] of Object.entries(files)) {
    const { fsPath } = fileOf(name);
    mkdirSync(join(fsPath, '..'), { recursive: true });
    writeFileSync(fsPath, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

export const deploy = (...selection: Uri[]) =>
  commands.executeCommand(
    selection.length > 0 ? 'streamconn.deploySelection' : 'streamconn.deployFolder',
    selection[0] ?? folder,
    ...(selection.length > 0 ? [selection] : []),
  );

/** Deploys the folder with a person who accepts the plan and gives these answers. */
export async function deployAs(...answers: Answer[]): Promise<Person> {
  return doAs(() => withPlan(deploy, accept), yes, ...answers);
}

/** The text of the summary that was opened. */
export async function shownSummary(): Promise<string> {
  const editor = await poll('the summary', () =>
    window.activeTextEditor?.document.uri.scheme === 'streamconn-summary' ? window.activeTextEditor : undefined,
  );
  return editor.document.getText();
}

/** The folder's name. */
export const folderName = () => `deploy${count}`;

/** Before each test of a block: a fresh sandbox, signed in to, and an empty folder of the workspace; gone after it. */
export function withDeployFolder(use: (sandbox: Sandbox) => void): void {
  withSignedInAtlas(use);
  beforeEach(() => {
    folder = Uri.file(join(root(), `deploy${++count}`));
    mkdirSync(folder.fsPath);
  });
  afterEach(() => rmSync(folder.fsPath, { recursive: true }));
}
