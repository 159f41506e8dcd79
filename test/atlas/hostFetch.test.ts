// Loading our HTTP must not change the fetch of the process that we are guests in.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundles } from '../../esbuild.mjs';

const outfile = join(import.meta.dirname, '../../.vscode-test/unit/atlas.js');

/** The source text of the class whose instance dispatches the process' own fetch, after `statement` has run. */
async function dispatcherAfter(statement: string): Promise<string> {
  const script = `${statement}; String(globalThis[Symbol.for('undici.globalDispatcher.1')]?.constructor)`;
  return (await promisify(execFile)(process.execPath, ['-p', script])).stdout;
}

test('the built file leaves the host’s own dispatcher in its place', async () => {
  await build({ ...bundles.atlas, outfile });
  const hosts = await dispatcherAfter('globalThis.Request');
  expect(hosts).toMatch(/^class/);
  expect(await dispatcherAfter(`require(${JSON.stringify(outfile)})`)).toBe(hosts);
});

test('undici by itself would take it', async () => {
  const undici = JSON.stringify(join(import.meta.dirname, '../../node_modules/undici'));
  // Each class is written differently, so the comparison above can fail.
  expect(await dispatcherAfter(`require(${undici})`)).not.toBe(await dispatcherAfter('globalThis.Request'));
});
