// The Connections view by mouse: its rows, and the way down to the connections.
import type { Locator, Page } from 'playwright-core';
import { untilSeen } from './patience.ts';

/** The first row with this text. */
export function rowOf(page: Page, text: string | RegExp): Locator {
  return page.locator('.customview-tree .monaco-list-row').filter({ hasText: text }).first();
}

/** Opens the view in the side bar. */
export async function showView(page: Page): Promise<void> {
  await page.locator('.activitybar').getByRole('tab', { name: 'Stream Connections' }).click();
}

/** Opens the tree down to the connections of Shop / orders, until the one with this name is there. */
export async function openOrders(page: Page, last: string | RegExp = 'warehouse'): Promise<void> {
  const path = ['owner', 'Shop', 'orders', last] as const;
  for (const [index, below] of path.slice(1).entries()) {
    const row = rowOf(page, path[index] as string);
    const open = async () => {
      if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
    };
    await untilSeen(rowOf(page, below), open, 10_000);
  }
}
