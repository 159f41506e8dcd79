// From the start of a language server's process to its first diagnostics, beside a server that knows nothing.
import { compare, type Measured } from '../compare.ts';
import { servers } from '../contenders.ts';
import { smallText } from '../documents.ts';
import { withServer } from './serverProcess.ts';

/** In milliseconds. */
export async function measureStart(folder: string): Promise<Measured> {
  return compare(await servers(folder, 'emptyServer'), { rounds: 30 }, (program) => {
    const from = performance.now();
    return withServer(program, async (server) => {
      await server.open(smallText);
      return performance.now() - from;
    });
  });
}
