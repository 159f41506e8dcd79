// The least that a check of files can do: reads each, parses it, and runs the compiled schemas over it.
import { readFile } from 'node:fs/promises';
import { validate } from 'compiled-schemas';

async function check(files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (!validate(JSON.parse(await readFile(file, 'utf8')))) process.exitCode = 1;
  }
}

void check(process.argv.slice(2));
