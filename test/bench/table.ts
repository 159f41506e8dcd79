// The table of the bench, in Markdown, line by line: each is printed as soon as it is measured.
import { type Budget, missOf, wordBudget } from './budget.ts';
import type { Measured, RivalMeasured } from './compare.ts';

/** One line of the table, before it is measured. */
export interface Line {
  readonly title: string;
  readonly unit: string;
  /** None where the figures are shown for information. */
  readonly budgets: readonly Budget[];
}

const widths = [40, 8, 30, 78, 38, 0];

export const head = [
  line(['', 'ours', 'floor', 'what people use today', 'budget', '']),
  `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
];

/** The line with its figures: what each contender costs, and ours divided by that (median and quartiles). */
export function measuredLine({ title, unit, budgets }: Line, measured: Measured): string {
  const rivals = measured.rivals.map((rival) => ({ ...rival, words: wordRival(rival, unit) }));
  const floor = rivals.find(({ name }) => name === 'floor')?.words ?? '';
  const inUse = rivals.filter(({ name }) => name !== 'floor').map(({ name, words }) => `${name} ${words}`);
  const misses = budgets.flatMap((budget) => missOf(budget, measured, unit) ?? []);
  const verdict = misses.length > 0 ? `**missed**: ${misses.join(', ')}` : budgets.length > 0 ? 'kept' : '';
  return line([title, amount(measured.ours, unit), floor, inUse.join('; '), wordBudgets(budgets, unit), verdict]);
}

/** The line where measuring failed. */
export function failedLine({ title, unit, budgets }: Line): string {
  return line([title, '', '', '', wordBudgets(budgets, unit), '**not measured**']);
}

function wordBudgets(budgets: readonly Budget[], unit: string): string {
  return budgets.map((budget) => wordBudget(budget, unit)).join(', ');
}

function wordRival({ cost, ratio: { median, low, high } }: RivalMeasured, unit: string): string {
  return `${amount(cost, unit)}, ${median.toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function amount(measured: number, unit: string): string {
  return `${measured.toFixed(measured < 10 ? 2 : 0)} ${unit}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
}
