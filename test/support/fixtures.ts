// The valid connection files that tests read: test/fixtures/<Type>/<name>.streamconn.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../fixtures');

/** Folders of other files than connection files. */
const others: ReadonlySet<string> = new Set(['referencePage']);

export interface Fixture {
  readonly type: string;
  readonly file: string;
  readonly content: string;
}

/** The folders of connection files, one for each type. */
export const fixtureFolders: readonly string[] = readdirSync(folder).filter((name) => !others.has(name));

export const fixtures: readonly Fixture[] = fixtureFolders.flatMap((type) =>
  readFolder(type).map(({ file, content }) => ({ type, file, content })),
);

/** The files of one folder of fixtures. */
export function readFolder(name: string): { readonly file: string; readonly content: string }[] {
  return readdirSync(join(folder, name)).map((file) => ({
    file: `${name}/${file}`,
    content: readFileSync(join(folder, name, file), 'utf8'),
  }));
}
