// Puts a folder in place that is only ever there as a whole.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Runs `install` unless an earlier run finished it. Runs at the same time each install into a folder of their own: the first
 * to finish puts its folder in place, and the others use that.
 */
export async function installOnce(
  parent: string,
  name: string,
  label: string,
  install: (target: string) => Promise<void>,
): Promise<string> {
  const folder = join(parent, name);
  if (existsSync(folder)) return folder;
  process.stdout.write(`Installing ${label}, once … `);
  const start = performance.now();
  await removeInterrupted(parent);
  const partial = join(parent, `${name}.partial-${process.pid}`);
  await mkdir(partial, { recursive: true });
  await writeFile(join(partial, 'package.json'), '{ "private": true }');
  await install(partial);
  await rename(partial, folder).catch(async (error) => {
    if (!existsSync(folder)) throw error;
    await rm(partial, { recursive: true, force: true });
  });
  process.stdout.write(`done in ${Math.round((performance.now() - start) / 1000)} s\n`);
  return folder;
}

/** Throws away what runs that were interrupted have left. */
async function removeInterrupted(parent: string): Promise<void> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const run = /\.partial-(\d+)$/.exec(name)?.[1];
    if (run && !isRunning(Number(run))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
