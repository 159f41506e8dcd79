// Choosing from the menu of a node in a view.
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Opens the menu of the row and clicks the item until the menu is gone: one that is just opening takes no click. */
export async function fromMenu(row: Locator, item: string): Promise<void> {
  await row.click({ button: 'right' });
  const entry = row.page().getByRole('menuitem', { name: item });
  await entry.waitFor();
  const isOpen = async () => {
    await entry.click({ timeout: 2000 }).catch(() => undefined);
    return entry.isVisible();
  };
  await expect.poll(isOpen).toBe(false);
}
