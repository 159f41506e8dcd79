// What a row of the bench may cost, and whether it does.
import type { Measured, Rival } from './compare.ts';

/** At most a number of units or a ratio to a rival, or less than a rival. */
export type Budget =
  | { readonly kind: 'limit'; readonly most: number }
  | { readonly kind: 'ratio'; readonly to: Rival; readonly most: number }
  | { readonly kind: 'ahead'; readonly of: Rival };

/** The budget in words. */
export function wordBudget(budget: Budget, unit: string): string {
  switch (budget.kind) {
    case 'limit':
      return `≤ ${budget.most} ${unit}`;
    case 'ratio':
      return `≤ ${budget.most}× ${budget.to}`;
    case 'ahead':
      return `ahead of ${budget.of}`;
  }
}

/** What was measured where that is over the budget; undefined where the budget is kept. */
export function missOf(budget: Budget, measured: Measured, unit: string): string | undefined {
  if (budget.kind === 'limit') {
    return measured.ours <= budget.most ? undefined : `${measured.ours.toFixed(0)} ${unit}`;
  }
  const rival = budget.kind === 'ratio' ? budget.to : budget.of;
  const ratio = measured.rivals.find(({ name }) => name === rival)?.ratio.median ?? Number.NaN;
  const isKept = budget.kind === 'ratio' ? ratio <= budget.most : ratio < 1;
  return isKept ? undefined : `${ratio.toFixed(2)}× ${rival}`;
}
