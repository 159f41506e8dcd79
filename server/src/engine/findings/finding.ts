// What the engine can say about a file: the codes, how severe each is, and the shape of one finding.
import type { Range } from 'vscode-languageserver-types';
import type { JsonPath } from '../jsonPath.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Severity by evidence: what Atlas refuses is an error, what it silently drops a warning. The codes are stable. */
export const severities = {
  syntax: 'error',
  comment: 'error',
  'trailing-comma': 'error',
  'duplicate-key': 'error',
  'too-deep': 'error',
  'missing-type': 'error',
  'unknown-type': 'error',
  'missing-property': 'error',
  'unknown-property': 'warning',
  'wrong-type': 'error',
  'not-allowed-value': 'error',
  'bad-format': 'error',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof severities;

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The value at fault; for a missing property, the object that lacks it. */
  readonly path: JsonPath;
  readonly range: Range;
  /** Plain text in sentence case with the next step in it; never a value that may be secret. */
  readonly message: string;
}

/** Codes of texts that are not JSON: there is no value to send. */
export const syntaxCodes: ReadonlySet<FindingCode> = new Set(['syntax', 'comment', 'trailing-comma', 'too-deep']);
