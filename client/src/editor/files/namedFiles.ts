// Connection files that there are: which connection each is of, by the name that it says, whatever the file is called.

import { FileType, Uri, workspace } from 'vscode';
import { parseObject } from '../../core/json.ts';
import { secretNamesIn } from '../../core/placeholders/secretNames.ts';
import { liveText } from './liveText.ts';

export interface ConnectionFile {
  readonly uri: Uri;
  /** What it says the connection's name is; undefined where it says none. */
  readonly name: string | undefined;
  /** The secrets that it names. */
  readonly secretNames: readonly string[];
}

/** Files that are read at a time. */
const atOnce = 25;

/** What the text says the connection's name is; undefined where it says none. */
export function connectionNameIn(text: string): string | undefined {
  const name = parseObject(text)?.name;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** In the order of `uris`. */
export async function readConnectionFiles(uris: readonly Uri[]): Promise<readonly ConnectionFile[]> {
  const files: ConnectionFile[] = [];
  for (let from = 0; from < uris.length; from += atOnce) {
    files.push(...(await Promise.all(uris.slice(from, from + atOnce).map(readConnectionFile))));
  }
  return files;
}

async function readConnectionFile(uri: Uri): Promise<ConnectionFile> {
  const text = (await liveText(uri)) ?? '';
  return { uri, name: connectionNameIn(text), secretNames: secretNamesIn(text) };
}

/** The connection files right in the folder, by what they are called. */
export async function connectionFilesIn(folder: Uri): Promise<readonly ConnectionFile[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    const names = entries.flatMap(([name, type]) =>
      (type & FileType.Directory) === 0 && name.endsWith('.streamconn.json') ? name : [],
    );
    return await readConnectionFiles(names.sort().map((name) => Uri.joinPath(folder, name)));
  } catch {
    // A folder that is not there yet.
    return [];
  }
}
