// What keeps a text from being JSON, and where.
import type { scanErrors } from './scan.ts';

export type ProblemKind =
  | (typeof scanErrors)[number]
  | 'comment'
  | 'trailing-comma'
  | 'duplicate-key'
  | 'too-deep'
  | 'value-expected'
  | 'property-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'object-not-closed'
  | 'array-not-closed'
  | 'key-without-quotes'
  | 'no-value'
  | 'text-behind';

export interface Problem {
  readonly kind: ProblemKind;
  /** In UTF-16 code units. */
  readonly offset: number;
  readonly length: number;
}
