// Which connection each connection file is of: by the name that it says, whatever the file is called.
import { FileType, Uri, workspace } from 'vscode';
import { liveText, parseObject } from './liveText.ts';

/** Files that are read at a time. */
const atOnce = 25;

/** What the text says the connection's name is; undefined where it says none. */
export function connectionNameIn(text: string | undefined): unknown {
  return text === undefined ? undefined : parseObject(text)?.name;
}

/** The names that the files say, in the order of the files. */
export async function connectionNamesOf(files: readonly Uri[]): Promise<readonly unknown[]> {
  const names: unknown[] = [];
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce);
    names.push(...(await Promise.all(some.map(async (uri) => connectionNameIn(await liveText(uri))))));
  }
  return names;
}

/** The connection files right in the folder, by the names that they say; of several with one name, the first. */
export async function filesByConnectionName(folder: Uri): Promise<ReadonlyMap<unknown, Uri>> {
  const files = await connectionFilesIn(folder);
  const names = await connectionNamesOf(files);
  const found = files.map((uri, index) => [names[index], uri] as const).filter(([name]) => typeof name === 'string');
  return new Map(found.reverse());
}

async function connectionFilesIn(folder: Uri): Promise<readonly Uri[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    const names = entries.flatMap(([name, type]) =>
      (type & FileType.Directory) === 0 && name.endsWith('.streamconn.json') ? name : [],
    );
    return names.sort().map((name) => Uri.joinPath(folder, name));
  } catch {
    // A folder that is not there yet.
    return [];
  }
}
