// What `streamconn check` costs beside a program that only reads, parses and validates: both as processes, start and all.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Comparison, compare, timeOf } from './compare.ts';
import { smallText } from './documents.ts';

/** Checks `amount` clean files, which are written into the folder. */
export async function compareCheck(
  programs: { readonly ours: string; readonly baseline: string },
  folder: string,
  { amount, rounds }: { readonly amount: number; readonly rounds: number },
): Promise<Comparison> {
  const files = Array.from({ length: amount }, (_, index) => join(folder, `${index}.streamconn.json`));
  for (const file of files) await writeFile(file, smallText);
  // A finding that is an error, or a wrong path, would end with another exit code than 0, which is an exception here.
  const run = (...args: string[]) => timeOf(() => promisify(execFile)(process.execPath, args));
  return compare(
    { ours: () => run(programs.ours, 'check', ...files), baseline: () => run(programs.baseline, ...files) },
    rounds,
  );
}
