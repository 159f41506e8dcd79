// Choosing from the menu that a right click opens.
import type { Locator, Page } from 'playwright-core';
import { repeatUntil, untilSeen } from './patience.ts';

/** Opens the menu of the place, and takes the item. */
export async function fromMenu(place: Locator, name: string): Promise<void> {
  await takeFromMenu(await openMenu(place, name));
}

/** Opens the menu of the place, at a point of it if one is given; resolves to the item once it is there. */
export async function openMenu(
  place: Locator,
  name: string,
  position?: { readonly x: number; readonly y: number },
): Promise<Locator> {
  const item = place.page().getByRole('menuitem', { name, exact: true });
  const open = async () => {
    // An open menu takes every click, also one that has lost its items or belongs to what stood there before.
    const menu = place.page().locator('.monaco-menu').first();
    if (await menu.isVisible()) {
      await place.page().keyboard.press('Escape');
      await menu.waitFor({ state: 'hidden', timeout: 5_000 });
    }
    await place.click({ button: 'right', timeout: 5_000, ...(position ? { position } : {}) });
  };
  await untilSeen(item, () => open().catch(() => undefined));
  return item;
}

/** Opens the menu of the folder, on the empty space below its files; resolves to the item once it is there. */
export async function openFolderMenu(page: Page, name: string): Promise<Locator> {
  const files = page.locator('.explorer-folders-view .monaco-list').first();
  // A menu that is opening becomes that of what the explorer selects just then, as it does with the file that was opened.
  await files.locator('.monaco-list-row.selected').waitFor();
  const { height } = (await files.boundingBox()) ?? { height: 0 };
  return openMenu(files, name, { x: 100, y: height - 20 });
}

/** Clicks an item of the open menu until the menu is gone: one that is just opening takes no click. */
export function takeFromMenu(item: Locator): Promise<void> {
  const isGone = async () => !(await item.isVisible());
  return repeatUntil(isGone, () => item.click({ timeout: 2_000 }).catch(() => undefined), 1_000);
}
