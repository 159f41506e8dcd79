// Many documents opened at once, as an editor does that restores its tabs: until each has its diagnostics.
import { compare, type Measured, timeOf } from '../compare.ts';
import { servers } from '../contenders.ts';
import { smallText } from '../documents.ts';
import { withServer } from './serverProcess.ts';

/** In milliseconds for all of them, in a process that has just started. */
export async function measureManyDocuments(folder: string, amount: number): Promise<Measured> {
  const texts = Array.from({ length: amount }, (_, index) => smallText.replaceAll('clicks', `clicks-${index}`));
  return compare(await servers(folder, 'bareServer'), { rounds: 15 }, (program) =>
    withServer(program, (server) => timeOf(() => Promise.all(texts.map((text, number) => server.open(text, number))))),
  );
}
