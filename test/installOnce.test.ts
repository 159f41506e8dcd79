// What several runs install at the same time: each of them ends with the whole of it, and nothing else is left.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'install-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const things = () => readdirSync(parent).filter((name) => name.startsWith('thing'));

const module = pathToFileURL(join(import.meta.dirname, 'vscode/installOnce.ts')).href;

/** A process that installs; it goes on once as many as `together` have begun. */
function startRun(together: number) {
  const script = `
    import { readdirSync, writeFileSync } from 'node:fs';
    import { installOnce } from ${JSON.stringify(module)};
    const parent = ${JSON.stringify(parent)};
    const begun = () => readdirSync(parent).filter((name) => name.startsWith('begun-')).length;
    await installOnce(parent, 'thing-1', 'a thing', async (target) => {
      writeFileSync(parent + '/begun-' + process.pid, '');
      while (begun() < ${together}) await new Promise((resolve) => setTimeout(resolve, 10));
      writeFileSync(target + '/whole', 'yes');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  return { child, ended: once(child, 'close').then(([exitCode]) => [exitCode, errors]) };
}

test('three runs at the same time do not disturb one another', async () => {
  const runs = [startRun(3), startRun(3), startRun(3)];
  expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
  expect(things()).toEqual(['thing-1']);
  expect(readFileSync(join(parent, 'thing-1/whole'), 'utf8')).toBe('yes');
});

test('what a run that was killed has left goes with the next one', async () => {
  const killed = startRun(2);
  await expect.poll(() => things().length).toBe(1);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(await startRun(1).ended).toEqual([0, '']);
  expect(things()).toEqual(['thing-1']);
});
