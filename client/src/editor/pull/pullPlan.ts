// What pulling many connections into a folder comes to: which files are new, the same or different. Nothing is written.

import type { Uri } from 'vscode';
import type { JsonObject } from '../../core/json.ts';
import type { MakeFile } from '../../core/pull/makeFile.ts';
import { typeAt } from '../files/fileAt.ts';
import { liveText } from '../files/liveText.ts';
import { attempt } from '../languageServer/attempt.ts';
import type { Uses } from '../services.ts';
import { lookAround } from './lookAround.ts';
import { placeFiles } from './placeFiles.ts';
import { judgeText } from './pulledFile.ts';

export interface PullPlan {
  readonly files: readonly PlannedFile[];
  /** Names of the connections that several files of the folder have, so that nobody can tell which of them it is. */
  readonly leftOut: readonly string[];
  readonly makeFile: MakeFile;
}

export interface PlannedFile {
  readonly uri: Uri;
  readonly connection: JsonObject;
  /** `unchecked`: something went wrong with it, and is in the log. */
  readonly is: 'new' | 'same' | 'differs' | 'unchecked';
}

const atOnce = 25;

/** Undefined when `signal` aborts before all has been looked at. */
export async function planPull(
  services: Uses<'compare' | 'fileOf' | 'forgetRefusal' | 'log' | 'secrets'>,
  folder: Uri,
  connections: readonly JsonObject[],
  signal: AbortSignal,
): Promise<PullPlan | undefined> {
  const around = await lookAround(services, folder, signal);
  if (!around) return undefined;
  const placed = placeFiles(folder, connections, around.files);
  const certain = placed.flatMap(({ connection, uris: [uri, ...others] }) =>
    others.length === 0 ? { uri, connection } : [],
  );
  const files: PlannedFile[] = [];
  for (let from = 0; from < certain.length; from += atOnce) {
    if (signal.aborted) return undefined;
    const some = certain.slice(from, from + atOnce).map(async (file) => ({
      ...file,
      is:
        (await attempt(services, 'streamconn.pullAll', () => judge(services, file.uri, file.connection))) ??
        'unchecked',
    }));
    files.push(...(await Promise.all(some)));
  }
  const leftOut = placed.filter(({ uris }) => uris.length > 1).map(({ connection }) => String(connection.name));
  return signal.aborted ? undefined : { files, leftOut, makeFile: around.makeFile };
}

async function judge(
  services: Uses<'compare' | 'forgetRefusal'>,
  uri: Uri,
  connection: JsonObject,
): Promise<PlannedFile['is']> {
  if ((await typeAt(uri)) === undefined) return 'new';
  const text = await liveText(uri);
  return text === undefined ? 'differs' : judgeText(services, uri, text, connection);
}
