// What pulling many connections into a folder comes to: which files are new, the same or different. Nothing is written.
import { Uri } from 'vscode';
import type { JsonObject } from '../../atlas/outcome.ts';
import { connectionFileName } from '../../connectionFileName.ts';
import type { Parts } from '../../parts.ts';
import { fileName, typeAt } from '../files/fileAt.ts';
import { liveText } from '../files/liveText.ts';
import { filesByConnectionName } from '../files/namedFiles.ts';
import { judgeText } from './pulledFile.ts';

export interface PlannedFile {
  readonly uri: Uri;
  readonly connection: JsonObject;
  readonly is: 'new' | 'same' | 'differs';
}

const atOnce = 25;

/** Undefined when `signal` aborts before all has been looked at. */
export async function planPull(
  parts: Parts,
  folder: Uri,
  connections: readonly JsonObject[],
  signal: AbortSignal,
): Promise<readonly PlannedFile[] | undefined> {
  const files = placeFiles(folder, connections, await filesByConnectionName(folder));
  const planned: PlannedFile[] = [];
  for (let from = 0; from < files.length; from += atOnce) {
    if (signal.aborted) return undefined;
    const some = files.slice(from, from + atOnce).map(async (file) => ({
      ...file,
      is: await judge(parts, file.uri, file.connection),
    }));
    planned.push(...(await Promise.all(some)));
  }
  return signal.aborted ? undefined : planned;
}

/**
 * The file that has the connection already, or one named after it. Names that differ in their case, or in signs that no file
 * can have, are different files everywhere.
 */
function placeFiles(
  folder: Uri,
  connections: readonly JsonObject[],
  there: ReadonlyMap<unknown, Uri>,
): Pick<PlannedFile, 'uri' | 'connection'>[] {
  const taken = new Set(connections.flatMap(({ name }) => there.get(name) ?? []).map(keyOf));
  return connections.map((connection) => {
    const called = String(connection.name);
    const own = there.get(called);
    if (own) return { uri: own, connection };
    const uriOf = (count: number) =>
      Uri.joinPath(folder, connectionFileName(count === 1 ? called : `${called.slice(0, 90)}-${count}`));
    let count = 1;
    while (taken.has(keyOf(uriOf(count)))) count++;
    const uri = uriOf(count);
    taken.add(keyOf(uri));
    return { uri, connection };
  });
}

function keyOf(uri: Uri): string {
  return fileName(uri).toLowerCase();
}

async function judge(parts: Parts, uri: Uri, connection: JsonObject): Promise<PlannedFile['is']> {
  if ((await typeAt(uri)) === undefined) return 'new';
  const text = await liveText(uri);
  return text === undefined ? 'differs' : judgeText(parts, text, connection);
}
