// How much memory a 5 MB file takes, beside VS Code's own language server for JSON. Only Linux tells.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installServer } from '../vscode/install.ts';
import { type Comparison, compare } from './compare.ts';
import { keystrokeAt, largeText } from './documents.ts';
import { startServerProcess } from './serverProcess.ts';

const builtIn = '../extensions/json-language-features/server/dist/node/jsonServerMain.js';

/** The most that each process has held, in MB, after some keystrokes in the file; undefined where that cannot be told. */
export async function compareMemory(ours: string): Promise<Comparison | undefined> {
  if (process.platform !== 'linux') return undefined;
  const baseline = join(await installServer(), '..', builtIn);
  return compare({ ours: () => peakOf(ours), baseline: () => peakOf(baseline) }, 3, 0);
}

async function peakOf(file: string): Promise<number> {
  const server = await startServerProcess(file);
  try {
    await server.open(largeText);
    for (const letter of 'abababab') await server.type(keystrokeAt, letter);
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) / 1000;
  } finally {
    await server.end();
  }
}
