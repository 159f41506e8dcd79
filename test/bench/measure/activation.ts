// How long VS Code waits for the extension when it starts, by its own account.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { build } from 'esbuild';
import { testFolder } from '../../vscode/install.ts';
import { codeInBrowser, runInCode } from '../../vscode/runInCode.ts';
import type { Measured } from '../compare.ts';
import { smallText } from '../documents.ts';

/** Starts a real VS Code on the folder and opens a connection file there: in milliseconds, measured once. */
export async function measureActivation(folder: string): Promise<Measured> {
  const suite = join(testFolder, 'bench/activationSuite.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../programs/activationSuite.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outfile: suite,
  });
  await writeFile(join(folder, 'bench.streamconn.json'), smallText);
  // VS Code talks a lot, and not about what is measured here.
  const output = new PassThrough().resume();
  const exitCode = await runInCode({ code: codeInBrowser, folder, testsPath: suite, isTrusted: true, output });
  if (exitCode !== 0) throw new Error(`VS Code ended with ${exitCode}.`);
  const { call, finish } = JSON.parse(await readFile(join(folder, 'times.json'), 'utf8'));
  return { ours: Number(call) + Number(finish), rivals: [] };
}
