// Programs that tests need and that not every machine has. Without one its tests are skipped, visibly; CI has all of them.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** For `runIf`: whether the program is on PATH. If not, a line says that tests are skipped; in CI, they fail instead. */
export function canRun(program: string): boolean {
  if (isOnPath(program)) return true;
  if (process.env.CI) throw new Error(`CI needs ${program} on PATH: no test may be skipped there.`);
  console.warn(`Skipped: tests that need ${program}, which is not on PATH.`);
  return false;
}

/** Whether a program that tests can do without is on PATH. */
export function isOnPath(program: string): boolean {
  const file = process.platform === 'win32' ? `${program}.exe` : program;
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, file)));
}
