// Files of one test file, gone after its tests.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export interface TemporaryFiles {
  readonly folder: string;
  /** Writes a file into the folder; gives its path. */
  write(name: string, content: string | Uint8Array): string;
}

/** A folder in the temporary one, empty. */
export function temporaryFiles(): TemporaryFiles {
  const folder = mkdtempSync(join(tmpdir(), 'streamconn-cli-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    write: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}
