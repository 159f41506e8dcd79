// `streamconn check`: the findings of connection files, as text for a person or as JSON for a program.
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { certificates } from '../../../server/src/certificates.ts';
import { createEngine, type Finding, toPointer } from '../../../server/src/engine/index.ts';
import { exitCodes } from './exitCodes.ts';
import type { Streams } from './streams.ts';

interface CheckedFile {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** Checks each file (`-` is standard input), prints every finding and gives the exit code. */
export async function check(files: readonly string[], format: 'text' | 'json', streams: Streams): Promise<number> {
  const engine = createEngine({ certificates });
  const checked: CheckedFile[] = [];
  let unreadable = false;
  for (const file of files) {
    const read = await readText(file, streams);
    if (read.kind === 'text') {
      const document = TextDocument.create(`check:${checked.length}`, 'streamconn', 0, read.text);
      checked.push({ file, findings: await engine.findings(document) });
    } else {
      streams.error(`streamconn: ${file}: ${read.reason}\n`);
      unreadable = true;
    }
  }
  streams.out(format === 'json' ? toJson(checked) : toText(checked));
  if (unreadable) return exitCodes.unusable;
  return count(checked, 'error') > 0 ? exitCodes.errorsFound : exitCodes.clean;
}

type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

async function readText(file: string, { stdin }: Streams): Promise<ReadText> {
  try {
    const bytes = file === '-' ? await buffer(stdin) : await readFile(file);
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { kind: 'unreadable', reason: reasonFor(error) };
  }
}

function reasonFor(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file.';
    case 'EISDIR':
      return 'this is a folder. Name the files in it.';
    case 'EACCES':
      return 'you may not read this file.';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'this is not a text in UTF-8.';
    default:
      return `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`;
  }
}

function toJson(checked: readonly CheckedFile[]): string {
  const files = checked.map(({ file, findings }) => ({
    file,
    findings: findings.map(({ code, severity, path, message, range }) => ({
      code,
      severity,
      pointer: toPointer(path),
      message,
      range,
    })),
  }));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}

function toText(checked: readonly CheckedFile[]): string {
  const sections = checked
    .filter(({ findings }) => findings.length > 0)
    .map(({ file, findings }) => [file, ...findings.map(toLine), ''].join('\n'));
  return `${[...sections, summary(checked)].join('\n')}\n`;
}

/** Lines and columns from 1, as editors and compilers print them. */
function toLine({ range, severity, message, code }: Finding): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  return `  ${place.padEnd(7)} ${severity.padEnd(8)} ${message}  [${code}]`;
}

function summary(checked: readonly CheckedFile[]): string {
  const named = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`;
  const errors = named(count(checked, 'error'), 'error');
  return `${named(checked.length, 'file')} checked: ${errors}, ${named(count(checked, 'warning'), 'warning')}.`;
}

function count(checked: readonly CheckedFile[], severity: Finding['severity']): number {
  return checked.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
}
