// Where the values of placeholders come from: SecretStorage, the environment, files of the workspace folder.
import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Uri } from 'vscode';
import { secretName } from '../credentials/secretNames.ts';
import type { Parts } from '../parts.ts';
import type { Reader, ReadResult } from '../placeholders/resolve.ts';
import { userSetting } from '../settings.ts';
import { fileSizeLimit, folderOf, pathBelow } from '../workspaceFile.ts';
import { askSecret } from './askCredential.ts';

/** The readers for a connection file at `uri`. Commands that use them run in trusted workspaces only. */
export function placeholderReaders(parts: Parts, uri: Uri): Readonly<Record<'secret' | 'env' | 'file', Reader>> {
  return {
    secret: (name) => readSecret(parts, name),
    env: async (name) => readEnvironment(name),
    file: (path) => readWorkspaceFile(path, uri),
  };
}

const unreadable = (reason: string): ReadResult => ({ kind: 'unreadable', reason });

/** A secret that is not stored yet is asked for and stored. */
async function readSecret({ secrets }: Parts, name: string): Promise<ReadResult> {
  if (!secretName.test(name))
    return unreadable('a secret’s name has letters, digits, dot, hyphen and underscore only.');
  const stored = await secrets.read(name);
  if (stored !== undefined) return { kind: 'value', value: stored };
  const typed = await askSecret(`Secret ${name}`, `The value of \${secret:${name}}, which is not stored yet`);
  if (typed === undefined) return { kind: 'cancelled' };
  await secrets.store(name, typed);
  return { kind: 'value', value: typed };
}

function readEnvironment(name: string): ReadResult {
  if (!userSetting('environmentPlaceholders', false)) {
    return unreadable(
      'reading the environment is off. Turn on “streamconn.environmentPlaceholders” in your user settings.',
    );
  }
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name))
    return unreadable('write the variable’s name in capitals, digits and underscore.');
  const value = process.env[name];
  return value ? { kind: 'value', value } : unreadable('this variable is not set where the editor runs.');
}

async function readWorkspaceFile(path: string, uri: Uri): Promise<ReadResult> {
  try {
    const folder = await folderOf(uri);
    if (folder === undefined) return unreadable('open the folder that holds the file first.');
    const file = await realpath(join(folder, path));
    if (isAbsolute(path) || pathBelow(folder, file) === undefined) {
      return unreadable('the file lies outside the workspace folder. Write a path inside it.');
    }
    const { size } = await stat(file);
    if (size > fileSizeLimit) return unreadable(`the file is larger than ${fileSizeLimit} bytes.`);
    const text = await readFile(file, 'utf8');
    return text ? { kind: 'value', value: text } : unreadable('the file is empty.');
  } catch {
    return unreadable('there is no readable file at this path below the workspace folder.');
  }
}
