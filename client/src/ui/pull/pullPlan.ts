// What pulling many connections into a folder comes to: which files are new, the same or different. Nothing is written.
import { Uri } from 'vscode';
import type { JsonObject } from '../../atlas/outcome.ts';
import { connectionFileName } from '../../connectionFileName.ts';
import type { Parts } from '../../parts.ts';
import { typeAt } from '../files/fileAt.ts';
import { liveText } from '../files/liveText.ts';
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
  const files = nameFiles(connections);
  const planned: PlannedFile[] = [];
  for (let from = 0; from < files.length; from += atOnce) {
    if (signal.aborted) return undefined;
    const some = files.slice(from, from + atOnce).map(async ({ name, connection }) => {
      const uri = Uri.joinPath(folder, name);
      return { uri, connection, is: await judge(parts, uri, connection) };
    });
    planned.push(...(await Promise.all(some)));
  }
  return signal.aborted ? undefined : planned;
}

/** Names that differ in their case, or in signs that no file can have, are different files everywhere. */
function nameFiles(connections: readonly JsonObject[]): { readonly name: string; readonly connection: JsonObject }[] {
  const taken = new Set<string>();
  return connections.map((connection) => {
    const called = String(connection.name);
    let name = connectionFileName(called);
    for (let count = 2; taken.has(name.toLowerCase()); count++)
      name = connectionFileName(`${called.slice(0, 90)}-${count}`);
    taken.add(name.toLowerCase());
    return { name, connection };
  });
}

async function judge(parts: Parts, uri: Uri, connection: JsonObject): Promise<PlannedFile['is']> {
  if ((await typeAt(uri)) === undefined) return 'new';
  const text = await liveText(uri);
  return text === undefined ? 'differs' : judgeText(parts, text, connection);
}
