// Runs the in-host suites in a real VS Code, in the browser build from npm or with --desktop in a downloaded desktop one:
// first in a trusted workspace, then in Restricted Mode. With the name of a suite, that one only.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { testFolder } from './install.ts';
import { reportName, type SuiteName } from './suite/reportName.ts';

interface Run {
  readonly executable: string;
  readonly folder: string;
  readonly testsPath: string;
  readonly output: PassThrough;
}

const extensionDevelopmentPath = join(import.meta.dirname, '../..');

const suites: Readonly<Record<SuiteName, (run: Run) => Promise<unknown>>> = {
  trusted: ({ executable, folder, testsPath, output }) =>
    runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath,
      extensionTestsPath: testsPath,
      launchArgs: [folder],
      stdout: output,
      stderr: output,
    }),
  restricted: runRestricted,
};

/** As `runTests` does it, which always turns workspace trust off. */
async function runRestricted({ executable, folder, testsPath, output }: Run): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'streamconn-profile-'));
  const code = spawn(executable, [
    folder,
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    `--extensionTestsPath=${testsPath}`,
    `--extensionDevelopmentPath=${extensionDevelopmentPath}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    `--user-data-dir=${join(profile, 'user-data')}`,
  ]);
  code.stdout.pipe(output, { end: false });
  code.stderr.pipe(output, { end: false });
  const [exitCode] = await once(code, 'exit');
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  if (exitCode !== 0) throw new Error(`VS Code ended with ${exitCode}`);
}

async function run(suite: SuiteName, executable: string): Promise<void> {
  const report = join(testFolder, 'suite', reportName(suite));
  await rm(report, { force: true });
  const folder = await mkdtemp(join(tmpdir(), 'streamconn-host-'));
  // VS Code talks a lot; it is shown only where the suite could not report.
  const output = new PassThrough();
  const said = text(output);
  try {
    await suites[suite]({ executable, folder, testsPath: join(testFolder, 'suite', `${suite}.cjs`), output });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    output.end();
    console.log(await readFile(report, 'utf8').catch(() => said));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await build({
  entryPoints: {
    trusted: join(import.meta.dirname, 'suite/index.ts'),
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
const executable = process.argv.includes('--desktop')
  ? await downloadAndUnzipVSCode()
  : join(import.meta.dirname, 'codeExecutable.ts');
for (const suite of Object.keys(suites) as SuiteName[]) {
  const others = Object.keys(suites).filter((name) => name !== suite);
  if (!others.some((other) => process.argv.includes(other))) await run(suite, executable);
}
