// The table that a bench prints: what was measured beside what it may be.
import type { Comparison } from './compare.ts';

/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly ours: string;
  readonly baseline: string;
  readonly measured: string;
  readonly budget: string;
  readonly isWithin: boolean;
}

/** The row of two things that were measured side by side, in `unit`; their ratio may be `budget` at most. */
export function ratioRow(name: string, { ours, baseline, ratio }: Comparison, budget: number, unit = 'ms'): Row {
  return {
    name,
    ours: amount(ours, unit),
    baseline: amount(baseline, unit),
    measured: `${times(ratio.median)} (${times(ratio.low)}–${times(ratio.high)})`,
    budget: times(budget),
    isWithin: ratio.median <= budget,
  };
}

/** The row of what has a limit of its own, in `unit`. */
export function limitRow(name: string, measured: number, limit: number, unit: string): Row {
  return {
    name,
    ours: amount(measured, unit),
    baseline: '',
    measured: '',
    budget: amount(limit, unit),
    isWithin: measured <= limit,
  };
}

/** The rows as a table in plain text. */
export function toTable(rows: readonly Row[]): string {
  const head = ['', 'ours', 'baseline', 'ratio (middle half)', 'budget', ''];
  const body = rows.map((row) => [
    row.name,
    row.ours,
    row.baseline,
    row.measured,
    row.budget,
    row.isWithin ? 'in' : 'OVER',
  ]);
  const lines = [head, ...body];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const padded = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return padded.map((line) => line.join('  ').trimEnd()).join('\n');
}

function amount(measured: number, unit: string): string {
  return `${measured.toFixed(measured < 1 ? 2 : 0)} ${unit}`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}
