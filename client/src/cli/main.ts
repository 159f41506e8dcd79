#!/usr/bin/env node
// The command-line program `streamconn`: the language server's engine without an editor.
import { exitCodes } from './exitCodes.ts';
import { print } from './printable.ts';
import { runCli } from './runCli.ts';

const { stdin, stdout, stderr, argv } = process;
const streams = { stdin, out: (text: string) => stdout.write(text), error: (text: string) => stderr.write(text) };

/** The worst that happens decides. */
function endWith(exitCode: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCode);
}

for (const stream of [stdout, stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    // The reader has seen enough, as `head` has: nobody is left to tell, and the exit code is still that of the check.
    if (code === 'EPIPE') return;
    endWith(exitCodes.unusable);
    const reason = code === 'ENOSPC' ? 'no space is left' : code;
    if (stream === stdout) print(streams.error, [`streamconn: the output could not be written: ${reason}.`]);
  });
}

runCli(argv.slice(2), streams).then(endWith, (error: unknown) => {
  endWith(exitCodes.unusable);
  print(streams.error, [`streamconn: internal error (${error instanceof Error ? error.name : typeof error}).`]);
});
