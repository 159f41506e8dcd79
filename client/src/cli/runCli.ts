// Reads the command line and runs its verb.
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { exitCodes } from './exitCodes.ts';
import type { Streams } from './streams.ts';

const usage = `Usage: streamconn check [--format text|json] FILE…

Checks Atlas stream connection files: each FILE is the JSON body of Create One Stream Connection.
FILE may have any name; - reads standard input.

Options:
  --format text|json  how findings are printed (default: text)
  -h, --help          print this text

Exit code: 0 no errors, 1 errors found, 2 wrong usage or an unreadable file.
`;

/** Runs one command line; gives the exit code. */
export async function runCli(args: readonly string[], streams: Streams): Promise<number> {
  const refuse = (reason: string) => {
    streams.error(`streamconn: ${reason}\n\n${usage}`);
    return exitCodes.unusable;
  };
  const parsed = parse(args);
  if (typeof parsed === 'string') return refuse(parsed);
  const { values, positionals } = parsed;
  if (values.help) {
    streams.out(usage);
    return exitCodes.clean;
  }
  const [verb, ...files] = positionals;
  const { format } = values;
  if (verb === undefined) return refuse('say what to do: check');
  if (verb !== 'check') return refuse(`there is no “${verb}”; the only verb is check`);
  if (files.length === 0) return refuse('name at least one file, or - for standard input');
  if (format !== 'text' && format !== 'json') return refuse(`--format takes text or json, not “${format}”`);
  return check(files, format, streams);
}

function parse(args: readonly string[]) {
  const options = {
    format: { type: 'string', default: 'text' },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : 'the options cannot be read';
  }
}
