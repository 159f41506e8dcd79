// How long VS Code waits for the extension when it starts, by its own account.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { build } from 'esbuild';
import { codeInBrowser, runInCode } from '../vscode/runInCode.ts';
import { budgets } from './budgets.ts';
import { smallText } from './documents.ts';
import { limitRow, type Row } from './row.ts';

/** Starts a real VS Code on the folder and opens a connection file there. A single measurement: no spread. */
export async function measureActivation(root: string, folder: string): Promise<Row[]> {
  const suite = join(root, '.vscode-test/bench/activationSuite.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'programs/activationSuite.ts')],
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
  const { load, call, finish } = JSON.parse(await readFile(join(folder, 'times.json'), 'utf8'));
  return [
    limitRow('activate(), in VS Code', Number(call) + Number(finish), budgets.activation, 'ms'),
    limitRow('loading dist/extension.js there', Number(load), budgets.loading, 'ms'),
  ];
}
