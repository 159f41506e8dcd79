// A temporary folder of one run of tests, so that the run can tell whether they have left anything behind.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';

/**
 * From now on, this process and those that it starts have a temporary folder of their own. What is returned ends that, and
 * gives what tests have left in it.
 */
export function useOwnTemporaryFolder(): () => string[] {
  const before = tmpdir();
  const folder = mkdtempSync(join(before, 'streamconn-'));
  // A server that a test starts as root goes on as somebody else, who has to reach its files.
  chmodSync(folder, 0o711);
  process.env[variable] = folder;
  return () => {
    process.env[variable] = before;
    // VS Code leaves its sockets when its window closes, a browser that is slow to end its locks, and npm what Node has compiled of it.
    const left = readdirSync(folder).filter(
      (name) => !/^(vscode-|\.(org\.chromium|com\.google)\.|node-compile-cache$)/.test(name),
    );
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    return left;
  };
}
