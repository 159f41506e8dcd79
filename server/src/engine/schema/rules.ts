// The rules: how severe each is, and why.
import table from '../../../../schemas/rules.json' with { type: 'json' };

/** What settings can make of a rule, the mildest first. */
export const levels = ['off', 'hint', 'information', 'warning', 'error'] as const;

export type Level = (typeof levels)[number];

export type Severity = Exclude<Level, 'off'>;

/** The stable name of a rule. */
export type FindingCode = keyof typeof table;

export interface Rule {
  /** By evidence: what Atlas refuses is an error, what it silently drops a warning. */
  readonly severity: Severity;
  /** Set where a lower severity could hide that a secret leaks, or that something else than the file says is sent. */
  readonly neverLowered?: boolean;
  readonly summary: string;
  readonly why: string;
}

/** Every rule; `docs/rules.md` is made of it. */
export const rules = table as Readonly<Record<FindingCode, Rule>>;
