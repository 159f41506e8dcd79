// A temporary folder of one run of tests, so that the run can tell whether they have left anything behind.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * From now on, this process and those that it starts have a temporary folder of their own. What is returned removes it, and
 * gives what tests have left in it.
 */
export function useOwnTemporaryFolder(): () => string[] {
  const folder = mkdtempSync(join(tmpdir(), 'streamconn-'));
  const names = process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR'];
  for (const name of names) process.env[name] = folder;
  return () => {
    const left = readdirSync(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    return left;
  };
}
