// The least that a check of files can do: one thread reads each, parses it, and runs the compiled schemas over it.
import { readFileSync } from 'node:fs';
import { isValid } from '../../../server/src/engine/schema/verdict.ts';

for (const file of process.argv.slice(2)) {
  if (!isValid(JSON.parse(readFileSync(file, 'utf8')))) process.exitCode = 1;
}
