// The shape of one finding.
import type { Range } from 'vscode-languageserver-types';
import type { JsonPath } from '../json/jsonPath.ts';
import type { FindingCode, Severity } from '../schema/rules.ts';
import type { Fix } from './fix.ts';

/** Something said of a place of the file, by a rule or by Atlas. */
export interface Found {
  readonly severity: Severity;
  /** The value at fault; for a missing property, the object that lacks it. */
  readonly path: JsonPath;
  readonly range: Range;
  /** Plain text in sentence case with the next step in it; never a value that may be secret. */
  readonly message: string;
  /** What would put it right, the best first; none where only a person can know. */
  readonly fixes: readonly Fix[];
}

export interface Finding extends Found {
  readonly code: FindingCode;
}

/** Codes of texts that are not JSON: there is no value to send. */
export const syntaxCodes: ReadonlySet<FindingCode> = new Set([
  'syntax',
  'comment',
  'trailing-comma',
  'line-break-in-string',
  'too-deep',
]);

/**
 * Whether the text is no JSON even without its comments, trailing commas and line breaks in strings: where it is broken,
 * what the tree says of the rest of it is a guess, and nothing is taken out of it.
 */
export function isBroken(findings: readonly Finding[]): boolean {
  return findings.some(({ code }) => code === 'syntax' || code === 'too-deep');
}
