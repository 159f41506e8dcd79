// Loading our HTTP must not change the fetch of the process that we are guests in.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundles } from '../../../esbuild.mjs';

const outfile = join(import.meta.dirname, '../../../.vscode-test/unit/atlas.js');

/** The source text of the classes whose instances dispatch a process' own fetch, after `statement` has run. */
async function dispatcherAfter(statement: string): Promise<string> {
  const dispatcher = (version: number) => `globalThis[Symbol.for('undici.globalDispatcher.${version}')]?.constructor`;
  const script = `${statement}; String([${dispatcher(1)}, ${dispatcher(2)}])`;
  return (await promisify(execFile)(process.execPath, ['-p', script])).stdout;
}

/** Loads a file, and then the process' own fetch. */
const loading = (file: string) => `require(${JSON.stringify(file)}); globalThis.Request`;

test('the built file leaves the host’s own dispatcher in its place', async () => {
  await build({ ...bundles.atlas, outfile });
  const hosts = await dispatcherAfter('globalThis.Request');
  expect(hosts).toMatch(/^class/);
  expect(await dispatcherAfter(loading(outfile))).toBe(hosts);
  expect(await dispatcherAfter(`globalThis.Request; ${loading(outfile)}`)).toBe(hosts);
});

test('undici by itself would take it', async () => {
  const hosts = await dispatcherAfter('globalThis.Request');
  const undici = join(import.meta.dirname, '../../../node_modules/undici');
  // Each class is written differently, so the comparison above can fail.
  expect(await dispatcherAfter(loading(undici))).not.toBe(hosts);
});
