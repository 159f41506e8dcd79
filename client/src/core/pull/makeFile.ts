// Makes files of connections in which no secret has the name of another one: two connections never share a password by accident.

import type { FileOfResult } from '../../../../server/src/deployedProtocol.ts';
import type { Engine } from '../engine.ts';
import { type JsonObject, parseObject } from '../json.ts';
import { secretNamesIn } from '../placeholders/secretNames.ts';

/** `old` is the text of the file that is there already: what it names its secrets stays. Null where there can be no file. */
export type MakeFile = (connection: JsonObject, old?: string) => Promise<FileOfResult | null>;

/** `inUse`: names of secrets that are stored, or that connection files have. The names of each made file count as well. */
export function createMakeFile({ fileOf }: Pick<Engine, 'fileOf'>, inUse: Iterable<string>): MakeFile {
  const owners = new Map<string, JsonObject | undefined>(Array.from(inUse, (name) => [name, undefined]));
  return async (connection, old = '') => {
    const like = parseObject(old);
    const own = new Set(secretNamesIn(old));
    const others = [...owners].flatMap(([name, owner]) => (owner === connection || own.has(name) ? [] : name));
    // Where the names of a text stand that is no JSON nobody can tell, so each may come again.
    const file = await fileOf(connection, like, like ? [...others, ...own] : others);
    for (const { name } of file?.secrets ?? []) owners.set(name, connection);
    return file;
  };
}
