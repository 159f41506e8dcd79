// Runs vitest with the config and arguments that it is given. Where the path of the project has characters that break the
// module addresses of Vite (`#`, `?` and `%`), the project is reached by a link without them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');
const [config = '', ...args] = process.argv.slice(2);

async function run(root: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const all = [vitest, 'run', '--root', root, '--config', join(root, config), ...args];
  const child = spawn(process.execPath, all, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  [process.exitCode = 1] = await once(child, 'exit');
}

if (/[#?%]/.test(project)) {
  const folder = mkdtempSync(join(tmpdir(), 'streamconn-root-'));
  const link = join(folder, 'streamconn');
  symlinkSync(project, link, 'junction');
  await run(link, { NODE_OPTIONS: '--preserve-symlinks --preserve-symlinks-main' });
  rmSync(folder, { recursive: true });
} else {
  await run(project, {});
}
