// Entry of the in-host suite: VS Code calls run().
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { reportName } from './reportName.ts';

/** Rejects when a test fails; the report goes to a file, for VS Code mixes its output with its own. */
export async function run(): Promise<void> {
  const report = join(__dirname, reportName);
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => appendFileSync(report, `${format(...args)}\n`);
  // An editor, a browser and a server share the machine: what fails once may only have been late.
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, retries: 1, reporter: 'spec', color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  // The first one sees VS Code before anything has been opened.
  await import('./activation.ts');
  await import('./language.ts');
  await import('./credentials.ts');
  await import('./createConnection.ts');
  await import('./createFailures.ts');
  await import('./placeholders.ts');
  await import('./badInput.ts');
  await import('./quickFixes.ts');
  await import('./moveSecrets.ts');
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} in-host tests failed`);
}
