// The command line in this process: what it prints and its exit code.
import { Readable } from 'node:stream';
import { runCli } from '../../client/src/cli/runCli.ts';
import type { Streams } from '../../client/src/cli/streams.ts';

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one command line. */
export function run(args: readonly string[], stdin: string | Streams['stdin'] = ''): Promise<Ran> {
  return ran((streams) => runCli(args, streams), stdin);
}

/** Runs what prints and gives an exit code. */
export async function ran(
  program: (streams: Streams) => Promise<number>,
  stdin: string | Streams['stdin'] = '',
): Promise<Ran> {
  const printed = { out: '', error: '' };
  const exitCode = await program({
    stdin: typeof stdin === 'string' ? Readable.from([Buffer.from(stdin)]) : stdin,
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
  });
  return { exitCode, ...printed };
}
