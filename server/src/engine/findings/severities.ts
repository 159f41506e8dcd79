// Findings as severe as the settings want them, except where settings may only raise.

import { type FindingCode, type Level, levels, rules } from '../schema/rules.ts';
import type { Finding } from './finding.ts';

/** Levels by rule, from the settings; a rule that is not among them keeps its own severity. */
export type Severities = Readonly<Partial<Record<FindingCode, Level>>>;

/** The finding with the severity that the settings give its rule; none if they turn it off. */
export function withSeverity(finding: Finding, severities: Severities = {}): Finding[] {
  const level = severities[finding.code];
  if (level === undefined || !maySet(finding.code, level, finding.severity)) return [finding];
  return level === 'off' ? [] : [{ ...finding, severity: level }];
}

/** Whether settings may give this level to findings of the rule that have `severity` on their own. */
export function maySet(code: FindingCode, level: Level, severity = rules[code].severity): boolean {
  return !rules[code].neverLowered || levels.indexOf(level) >= levels.indexOf(severity);
}
