// Runs the in-host suite in a real VS Code: in the browser build from npm, or with --desktop in a downloaded desktop one.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { testFolder } from './install.ts';
import { reportName } from './suite/reportName.ts';

const root = join(import.meta.dirname, '../..');
const extensionTestsPath = join(testFolder, 'suite/index.cjs');
const report = join(testFolder, 'suite', reportName);

await rm(report, { force: true });
await build({
  entryPoints: [join(import.meta.dirname, 'suite/index.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
  outfile: extensionTestsPath,
});

const folder = await mkdtemp(join(tmpdir(), 'streamconn-host-'));
const chatter = new PassThrough();
const said = text(chatter);
try {
  await runTests({
    ...(process.argv.includes('--desktop')
      ? {}
      : { vscodeExecutablePath: join(import.meta.dirname, 'codeExecutable.ts') }),
    extensionDevelopmentPath: root,
    extensionTestsPath,
    launchArgs: [folder],
    // VS Code talks a lot; it is shown only where the suite could not report.
    stdout: chatter,
    stderr: chatter,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  chatter.end();
  console.log(await readFile(report, 'utf8').catch(() => said));
  await rm(folder, { recursive: true, force: true });
}
