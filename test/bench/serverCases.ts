// What the language server costs beside servers that do less: its start, and a keystroke.
import assert from 'node:assert/strict';
import { type Comparison, compare, timeOf } from './compare.ts';
import { keystrokeAt, smallText } from './documents.ts';
import { type ServerProcess, startServerProcess } from './serverProcess.ts';

/** From the start of the process to the first diagnostics. */
export function compareStart(ours: string, baseline: string): Promise<Comparison> {
  const start = async (file: string) => {
    const from = performance.now();
    const server = await startServerProcess(file);
    try {
      await openClean(server, smallText);
      return performance.now() - from;
    } finally {
      await server.end();
    }
  };
  return compare({ ours: () => start(ours), baseline: () => start(baseline) }, 40);
}

/** From a keystroke to its diagnostics, in a process that runs already; a round is `together` keystrokes. */
export async function compareKeystroke(
  files: { readonly ours: string; readonly baseline: string },
  text: string,
  { rounds, together, warmUps }: { readonly rounds: number; readonly together: number; readonly warmUps: number },
): Promise<Comparison> {
  const servers = { ours: await startServerProcess(files.ours), baseline: await startServerProcess(files.baseline) };
  try {
    await openClean(servers.ours, text);
    await openClean(servers.baseline, text);
    const type = async (server: ServerProcess) => {
      const time = await timeOf(async () => {
        for (let count = 0; count < together; count += 1) await server.type(keystrokeAt, 'ab'.charAt(count % 2));
      });
      return time / together;
    };
    return await compare({ ours: () => type(servers.ours), baseline: () => type(servers.baseline) }, rounds, warmUps);
  } finally {
    await Promise.all([servers.ours.end(), servers.baseline.end()]);
  }
}

/** Opens a text that has no findings; with some, the two would not do the same work. */
async function openClean(server: ServerProcess, text: string): Promise<void> {
  const report = await server.open(text);
  assert.deepEqual(report.kind === 'full' && report.items, []);
}
