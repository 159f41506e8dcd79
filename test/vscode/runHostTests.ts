// Runs the in-host suites in a real VS Code, in the browser build from npm or with --desktop in a downloaded desktop one:
// first in a trusted workspace, then in one of two folders, then in Restricted Mode. With the name of a suite, that one only.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { build } from 'esbuild';
import { useOwnTemporaryFolder } from '../support/temporaryFolder.ts';
import { testFolder } from './install.ts';
import { type Code, codeInBrowser, runInCode } from './runInCode.ts';
import { reportName, type SuiteName } from './suite/reportName.ts';

interface Suite {
  readonly isTrusted: boolean;
  /** What is opened: of an empty folder, that folder or something made in it. */
  prepare?(folder: string): Promise<string>;
}

const suites: Readonly<Record<SuiteName, Suite>> = {
  trusted: { isTrusted: true },
  manyFolders: { isTrusted: true, prepare: makeWorkspace },
  restricted: { isTrusted: false },
};

/** A workspace file beside its two folders. */
async function makeWorkspace(folder: string): Promise<string> {
  const names = ['dev', 'prod'];
  for (const name of names) await mkdir(join(folder, name));
  const file = join(folder, 'all.code-workspace');
  await writeFile(file, JSON.stringify({ folders: names.map((path) => ({ path })) }));
  return file;
}

async function run(suite: SuiteName, code: Code): Promise<void> {
  const report = join(testFolder, 'suite', reportName(suite));
  await rm(report, { force: true });
  const endTemporaryFolder = useOwnTemporaryFolder();
  const folder = await mkdtemp(join(tmpdir(), 'streamconn-host-'));
  // VS Code talks a lot; it is shown only where the suite could not report.
  const output = new PassThrough();
  const said = text(output);
  const testsPath = join(testFolder, 'suite', `${suite}.cjs`);
  const { isTrusted, prepare } = suites[suite];
  const opened = prepare ? await prepare(folder) : folder;
  const exitCode = await runInCode({ code, folder: opened, testsPath, output, isTrusted });
  output.end();
  console.log(await readFile(report, 'utf8').catch(() => said));
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const left = endTemporaryFolder();
  if (exitCode !== 0) fail(`VS Code ended with ${exitCode}.`);
  if (left.length > 0) fail(`Tests left something in the temporary folder: ${left.join(', ')}`);
}

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}

await build({
  entryPoints: {
    trusted: join(import.meta.dirname, 'suite/index.ts'),
    manyFolders: join(import.meta.dirname, 'manyFolders/index.ts'),
    restricted: join(import.meta.dirname, 'restricted/index.ts'),
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
  outdir: join(testFolder, 'suite'),
  outExtension: { '.js': '.cjs' },
});
const code: Code = process.argv.includes('--desktop') ? [await downloadAndUnzipVSCode()] : codeInBrowser;
for (const suite of Object.keys(suites) as SuiteName[]) {
  const others = Object.keys(suites).filter((name) => name !== suite);
  if (!others.some((other) => process.argv.includes(other))) await run(suite, code);
}
