// What was found, as lines for a person or as JSON for a program.
import { type Finding, toPointer } from '../../../server/src/engine/index.ts';

export const formats = ['text', 'json'] as const;
export type Format = (typeof formats)[number];

export interface CheckedFile {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** The lines of a report. `failed` is how many files could not be checked; why stands elsewhere. */
export function report(checked: readonly CheckedFile[], failed: number, format: Format): string[] {
  return format === 'json' ? toJson(checked) : [...sections(checked), summary(checked, failed)];
}

/** How many findings have this severity. */
export function count(checked: readonly CheckedFile[], severity: Finding['severity']): number {
  return checked.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
}

function toJson(checked: readonly CheckedFile[]): string[] {
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
  return JSON.stringify({ files }, null, 2).split('\n');
}

function sections(checked: readonly CheckedFile[]): string[] {
  const found = checked.filter(({ findings }) => findings.length > 0);
  const all = found.flatMap(({ findings }) => findings);
  const places = widest(all.map(place));
  const severities = widest(all.map(({ severity }) => severity));
  const toLine = (finding: Finding) =>
    `  ${place(finding).padEnd(places)}  ${finding.severity.padEnd(severities)}  ${finding.message}  [${finding.code}]`;
  return found.flatMap(({ file, findings }) => [file, ...findings.map(toLine), '']);
}

/** Line and column from 1, as editors and compilers print them. */
function place({ range: { start } }: Finding): string {
  return `${start.line + 1}:${start.character + 1}`;
}

function widest(words: readonly string[]): number {
  return words.reduce((width, { length }) => Math.max(width, length), 0);
}

function summary(checked: readonly CheckedFile[], failed: number): string {
  const named = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`;
  const found = `${named(count(checked, 'error'), 'error')}, ${named(count(checked, 'warning'), 'warning')}`;
  const rest = failed > 0 ? ` ${named(failed, 'file')} could not be checked.` : '';
  return `${named(checked.length, 'file')} checked: ${found}.${rest}`;
}
