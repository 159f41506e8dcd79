// How much memory a language server takes with a large file. Only Linux tells.
import { readFile } from 'node:fs/promises';
import { compare, type Measured } from '../compare.ts';
import { servers } from '../contenders.ts';
import { keystrokeAt } from '../documents.ts';
import { withServer } from './serverProcess.ts';

/** The most that each process has held, in MB, after some keystrokes in the file. */
export async function measureMemory(folder: string, text: string): Promise<Measured> {
  return compare(await servers(folder, 'emptyServer'), { rounds: 3, warmUps: 0 }, (program) =>
    withServer(program, async (server) => {
      await server.open(text);
      for (const letter of 'abababab') await server.type(keystrokeAt, letter);
      const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
      return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) / 1000;
    }),
  );
}
