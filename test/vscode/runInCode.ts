// Runs an in-host suite in a VS Code: in the one in a browser, or in any executable that takes VS Code's command line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

/** A program that takes VS Code's command line, and what comes first on it. */
export type Code = readonly [program: string, ...args: string[]];

export const codeInBrowser: Code = [process.execPath, join(import.meta.dirname, 'codeExecutable.ts')];

export interface InCode {
  readonly code: Code;
  /** The folder or workspace file that is opened. */
  readonly folder: string;
  /** A CommonJS module with `run()`. */
  readonly testsPath: string;
  readonly isTrusted: boolean;
  /** Takes what VS Code prints; it is not closed. */
  readonly output: Writable;
}

/** Opens the folder with the extension from its sources and a profile of its own; gives the exit code. */
export async function runInCode({ code, folder, testsPath, isTrusted, output }: InCode): Promise<unknown> {
  const profile = await mkdtemp(join(tmpdir(), 'streamconn-profile-'));
  const [program, ...first] = code;
  const running = spawn(program, [
    ...first,
    folder,
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    ...(isTrusted ? ['--disable-workspace-trust'] : []),
    `--extensionTestsPath=${testsPath}`,
    `--extensionDevelopmentPath=${join(import.meta.dirname, '../..')}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    `--user-data-dir=${join(profile, 'user-data')}`,
  ]);
  for (const stream of [running.stdout, running.stderr]) stream.pipe(output, { end: false });
  const [exitCode] = await once(running, 'exit');
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return exitCode;
}
