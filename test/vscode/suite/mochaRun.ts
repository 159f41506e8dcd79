// Mocha inside VS Code: set up for one suite, and ended with its result.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { window, workspace } from 'vscode';
import { reportName, type SuiteName } from './reportName.ts';
import { removeTemporaryFolders } from './temporaryFolder.ts';

/** Makes `describe` and `it` known; only tests whose title matches STREAMCONN_GREP run, if it is set. The report goes to a file, for VS Code mixes its output with its own. */
export function beginSuite(name: SuiteName): Mocha {
  const report = join(__dirname, reportName(name));
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => appendFileSync(report, `${format(...args)}\n`);
  // An editor, a browser and a server share the machine, and perhaps with others: what hangs shall end, what is late shall not fail.
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, reporter: 'spec', color: false });
  const { STREAMCONN_GREP: pattern } = process.env;
  if (pattern) mocha.grep(new RegExp(pattern));
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  mocha.suite.afterEach(removeTemporaryFolders);
  putBackAfterEach(mocha.suite);
  return mocha;
}

/** Tests play VS Code's part in asking and showing; what one that failed has left in its place is not there for the next. */
function putBackAfterEach(suite: Mocha.Suite): void {
  const patched: readonly object[] = [window, workspace];
  let before: readonly PropertyDescriptorMap[] = [];
  suite.beforeEach(() => {
    before = patched.map((part) => Object.getOwnPropertyDescriptors(part));
  });
  suite.afterEach(() => {
    for (const [index, own] of before.entries()) Object.defineProperties(patched[index], own);
  });
}

/** Rejects when a test fails. */
export async function endSuite(mocha: Mocha): Promise<void> {
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} in-host tests failed`);
}
