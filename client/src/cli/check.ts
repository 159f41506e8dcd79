// `streamconn check`: each file is read and checked by itself, and what is found is printed.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { certificates } from '../../../server/src/certificates.ts';
import {
  createCleanCheck,
  createEngine,
  type Engine,
  type Finding,
  type Severities,
} from '../../../server/src/engine/index.ts';
import { exitCodes } from './exitCodes.ts';
import { print } from './printable.ts';
import { readFile, readStream } from './readText.ts';
import { type CheckedFile, count, type Format, report } from './report.ts';
import type { Streams } from './streams.ts';

export interface CheckOptions {
  /** `-` is standard input. */
  readonly files: readonly string[];
  readonly format: Format;
  readonly severities: Severities;
}

/** Checks each file, prints every finding and what could not be checked, and gives the exit code. */
export async function check(
  { files, format, severities }: CheckOptions,
  streams: Streams,
  engine: Pick<Engine, 'findings'> = createEngine({ certificates }),
): Promise<number> {
  const isClean = createCleanCheck({ certificates });
  const findingsIn = (text: string) =>
    isClean(text) ? [] : engine.findings(TextDocument.create('check:', 'streamconn', 0, text), { severities });
  const checked: CheckedFile[] = [];
  for (const file of files) {
    // Only standard input is waited for: one file after the other is read the fastest.
    const read = file === '-' ? await readStream(streams.stdin) : readFile(file);
    const findings = read.kind === 'text' ? found(read.text, findingsIn) : read.reason;
    if (typeof findings === 'string') print(streams.error, [`streamconn: ${file}: ${findings}`]);
    else checked.push({ file, findings });
  }
  const failed = files.length - checked.length;
  print(streams.out, report(checked, failed, format));
  if (failed > 0) return exitCodes.unusable;
  return count(checked, 'error') > 0 ? exitCodes.errorsFound : exitCodes.clean;
}

/** The findings of one text, or why there are none. */
function found(text: string, findingsIn: (text: string) => readonly Finding[]): readonly Finding[] | string {
  try {
    return findingsIn(text);
  } catch (error) {
    // Not its message, which may quote the file.
    return `it could not be checked: internal error (${error instanceof Error ? error.name : typeof error}).`;
  }
}
