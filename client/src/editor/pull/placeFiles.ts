// Which file of a folder each connection goes into, be it one or all of an instance.

import { Uri } from 'vscode';
import type { JsonObject } from '../../core/json.ts';
import { connectionFileName } from '../../core/pull/connectionFileName.ts';
import { fileName } from '../files/fileAt.ts';
import type { ConnectionFile } from '../files/namedFiles.ts';

export interface Placement {
  readonly connection: JsonObject;
  /** More than one where several files say the connection's name: which of them it is, a person knows. */
  readonly uris: readonly [Uri, ...Uri[]];
}

/**
 * The files of the folder that have the connection already, or one named after it that no other connection has. Names that
 * differ in their case, or in signs that no file can have, are different files everywhere.
 */
export function placeFiles(
  folder: Uri,
  connections: readonly JsonObject[],
  files: readonly ConnectionFile[],
): Placement[] {
  const there = new Set(files.map(keyOf));
  const taken = new Set(files.filter(({ name }) => name !== undefined).map(keyOf));
  return connections.map((connection) => {
    const called = String(connection.name);
    const [first, ...others] = files.filter(({ name }) => name === called).map(({ uri }) => uri);
    if (first) return { connection, uris: [first, ...others] };
    // A file that says no name is of the connection that it is called after.
    const isFree = (uri: Uri, count: number) =>
      !taken.has(keyOf({ uri })) && (count === 1 || !there.has(keyOf({ uri })));
    let count = 1;
    while (!isFree(uriOf(folder, called, count), count)) count++;
    const uri = uriOf(folder, called, count);
    taken.add(keyOf({ uri }));
    return { connection, uris: [uri] };
  });
}

function uriOf(folder: Uri, called: string, count: number): Uri {
  return Uri.joinPath(folder, connectionFileName(called, count === 1 ? undefined : count));
}

function keyOf({ uri }: { readonly uri: Uri }): string {
  return fileName(uri).toLowerCase();
}
