// `streamconn check`: each file is read and checked by itself, and what is found is printed.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { certificates } from '../../../server/src/certificates.ts';
import { createEngine, type Engine, type Finding, type Severities } from '../../../server/src/engine/index.ts';
import { exitCodes } from './exitCodes.ts';
import { print } from './printable.ts';
import { readText } from './readText.ts';
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
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const findings = await findingsOf(file, severities, streams, engine);
    if (typeof findings === 'string') print(streams.error, [`streamconn: ${file}: ${findings}`]);
    else checked.push({ file, findings });
  }
  const failed = files.length - checked.length;
  print(streams.out, report(checked, failed, format));
  if (failed > 0) return exitCodes.unusable;
  return count(checked, 'error') > 0 ? exitCodes.errorsFound : exitCodes.clean;
}

/** The findings of one file, or why there are none. */
async function findingsOf(
  file: string,
  severities: Severities,
  { stdin }: Streams,
  engine: Pick<Engine, 'findings'>,
): Promise<readonly Finding[] | string> {
  const read = await readText(file, stdin);
  if (read.kind === 'unreadable') return read.reason;
  try {
    return engine.findings(TextDocument.create('check:', 'streamconn', 0, read.text), { severities });
  } catch (error) {
    // Not its message, which may quote the file.
    return `it could not be checked: internal error (${error instanceof Error ? error.name : typeof error}).`;
  }
}
