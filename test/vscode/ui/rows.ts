// The Connections view by mouse: its rows, and the way down to the connections.
import type { Locator, Page } from 'playwright-core';
import { click, repeatUntil, untilSeen } from './patience.ts';

/** The first row with this text. */
export function rowOf(page: Page, text: string | RegExp): Locator {
  return page.locator('.customview-tree .monaco-list-row').filter({ hasText: text }).first();
}

const tabOf = (page: Page) => page.locator('.activitybar').getByRole('tab', { name: 'Stream Connections' });

/** Opens the view in the side bar. */
export async function showView(page: Page): Promise<void> {
  await click(tabOf(page), page.locator('.sidebar').getByRole('heading', { name: 'Stream Connections' }).first());
}

/** Closes the side bar, in which the view is open. */
export async function hideView(page: Page): Promise<void> {
  const isHidden = async () => !(await page.locator('.part.sidebar').isVisible());
  await repeatUntil(isHidden, () => tabOf(page).click());
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
