// What a repository brings along in .vscode/settings.json, in every form that VS Code reads.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from 'vscode';
import { poll } from './poll.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The ways to write one setting. */
export const forms: Readonly<Record<string, (name: string, value: unknown) => Settings>> = {
  plain: (name, value) => ({ [name]: value }),
  nested: (name, value) => nest(name.split('.'), value),
  'half nested': (name, value) => {
    const [first = '', second = '', ...rest] = name.split('.');
    return rest.length > 0 ? { [`${first}.${second}`]: nest(rest, value) } : { [first]: { [second]: value } };
  },
  'for the language': (name, value) => ({ '[streamconn]': { [name]: value } }),
};

function nest([key = '', ...rest]: readonly string[], value: unknown): Settings {
  return { [key]: rest.length === 0 ? value : nest(rest, value) };
}

let count = 0;

/** Writes the workspace's settings file as a repository would bring it, and waits until VS Code has read it. */
export async function workspaceSettings(settings: Settings): Promise<void> {
  const marker = ++count;
  mkdirSync(join(file(), '..'), { recursive: true });
  writeFileSync(file(), JSON.stringify({ ...settings, 'streamconnTest.marker': marker }));
  const seen = () => workspace.getConfiguration('streamconnTest').get('marker') === marker;
  await poll('the settings of the workspace', seen);
}

/** Puts the file back as it was when this was called. */
export function keepWorkspaceSettings(): () => Promise<void> {
  const before = read();
  return async () => {
    await workspaceSettings(before === undefined ? {} : JSON.parse(before));
    if (before === undefined) rmSync(file());
  };
}

function file(): string {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests need a workspace folder.');
  return join(folder.uri.fsPath, '.vscode/settings.json');
}

function read(): string | undefined {
  try {
    return readFileSync(file(), 'utf8');
  } catch {
    return undefined;
  }
}
