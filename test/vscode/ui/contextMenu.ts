// Choosing from the menu that a right click opens.
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Opens the menu of the row, and takes the item. */
export async function fromMenu(row: Locator, item: string): Promise<void> {
  await row.click({ button: 'right' });
  await takeFromMenu(row.page().getByRole('menuitem', { name: item, exact: true }));
}

/** Clicks an item of the open menu until the menu is gone: one that is just opening takes no click. */
export async function takeFromMenu(item: Locator): Promise<void> {
  await item.waitFor();
  const isOpen = async () => {
    await item.click({ timeout: 2000 }).catch(() => undefined);
    return item.isVisible();
  };
  await expect.poll(isOpen).toBe(false);
}
