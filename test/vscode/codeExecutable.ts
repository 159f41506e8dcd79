// Stands in for VS Code's executable: takes its command line, runs an in-host suite in a browser, exits with its result.
import { existsSync } from 'node:fs';
import { format, parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { startWorkbench } from './workbench.ts';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});
const folder = positionals.find((path) => existsSync(path));
const { extensionDevelopmentPath, extensionTestsPath } = values;
if (!folder || typeof extensionDevelopmentPath !== 'string' || typeof extensionTestsPath !== 'string') {
  console.error('Needs a folder or workspace file, --extensionDevelopmentPath=… and --extensionTestsPath=…');
  process.exit(2);
}

const workbench = await startWorkbench({ underTest: true, trusted: values['disable-workspace-trust'] === true });
const browser = await launchBrowser();
const ended = Promise.withResolvers<number>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve(1));
browser.once('disconnected', () => ended.resolve(1));

const page = await browser.newPage();
page.once('crash', () => ended.resolve(1));
// The two functions by which a workbench under test speaks to whoever started it.
await page.exposeFunction('codeAutomationExit', ended.resolve);
await page.exposeFunction('codeAutomationLog', (_: string, args: unknown[]) => console.log(format(...args)));
await page.goto(workbench.address({ folder, extensionDevelopmentPath, extensionTestsPath }));
const exitCode = await ended.promise;
await browser.close();
await workbench.stop();
process.exit(exitCode);
