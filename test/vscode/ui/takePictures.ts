// `npm run pictures`: the pictures of README.md, from the real workbench, and the extension's icon, from its drawing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../browser.ts';

const root = join(import.meta.dirname, '../../..');

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
await page.setContent(`<body style="margin:0">${await readFile(join(root, 'docs/icon.svg'), 'utf8')}`);
await page.screenshot({ path: join(root, 'client/icons/extension.png'), omitBackground: true });
await browser.close();

const vitest = join(root, 'test/runVitest.ts');
const run = spawn(process.execPath, [vitest, 'test/vscode/ui/vitest.config.ts', 'readme'], {
  stdio: 'inherit',
  env: { ...process.env, STREAMCONN_PICTURES: join(root, 'docs') },
});
[process.exitCode] = await once(run, 'exit');
