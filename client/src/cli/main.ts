#!/usr/bin/env node
// The command-line program `streamconn`: the language server's engine without an editor.
import { runCli } from './runCli.ts';

const { stdin, stdout, stderr, argv } = process;
const streams = { stdin, out: (text: string) => stdout.write(text), error: (text: string) => stderr.write(text) };
void runCli(argv.slice(2), streams).then((exitCode) => {
  process.exitCode = exitCode;
});
