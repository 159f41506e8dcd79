// Runs one command line of `streamconn`.
import { version } from '../../../package.json';
import { check } from './check.ts';
import { exitCodes } from './exitCodes.ts';
import { readOptions } from './options.ts';
import { print } from './printable.ts';
import { megabytesAtMost } from './readText.ts';
import type { Streams } from './streams.ts';

const usage = 'Usage: streamconn check [options] FILE…';

const help = `${usage}

Checks connection files of MongoDB Atlas Stream Processing. Each FILE is the JSON body of
Create One Stream Connection, of at most ${megabytesAtMost} MB and of any name; - reads standard input.

Options:
  --format text|json      how findings are printed (default: text)
  --rule CODE=SEVERITY    how severe the findings of a rule are: error, warning,
                          information, hint or off, as "streamconn.rules" says it
                          in the editor; can be given more than once
  -h, --help              print this text
  --version               print the name and version

Findings say the CODE of their rule in brackets. Rules about secrets and about what is
sent can be raised, but not lowered.

Exit code:
  0  no errors
  1  errors found
  2  wrong usage, or something could not be checked`;

/** Runs one command line; gives the exit code. */
export async function runCli(args: readonly string[], streams: Streams): Promise<number> {
  const options = readOptions(args);
  switch (options.kind) {
    case 'wrong':
      print(streams.error, [`streamconn: ${options.reason}`, usage, 'Run "streamconn --help" for more.']);
      return exitCodes.unusable;
    case 'help':
      print(streams.out, help.split('\n'));
      return exitCodes.clean;
    case 'version':
      print(streams.out, [`streamconn ${version}`]);
      return exitCodes.clean;
    case 'check':
      return check(options, streams);
  }
}
