// What it takes on the command line to check many files: each contender as a process, start and all.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compare, type Measured, timeOf } from '../compare.ts';
import { checkers } from '../contenders.ts';

export interface Files {
  readonly amount: number;
  readonly text: string;
  /** Whether each contender ends with another exit code than 0. */
  readonly isFaulty: boolean;
  readonly rounds: number;
}

/** In milliseconds for all of the files. */
export async function measureCheck(folder: string, { amount, text, isFaulty, rounds }: Files): Promise<Measured> {
  const cwd = join(folder, `${amount}-${isFaulty ? 'faulty' : 'clean'}`);
  await mkdir(cwd);
  const files = Array.from({ length: amount }, (_, index) => `${index}.streamconn.json`);
  for (const file of files) await writeFile(join(cwd, file), text);
  return compare(await checkers(folder), { rounds }, (run) =>
    timeOf(async () => assert.equal((await run(cwd, files)) !== 0, isFaulty)),
  );
}
