// What VS Code says in a corner: there for some seconds only, and after that behind the bell.
import type { Locator, Page } from 'playwright-core';
import { repeatUntil } from './patience.ts';

export interface Notifications {
  /** The notification that says this: as it pops up, or in the notification centre. */
  notification(text: string | RegExp): Locator;
  /** Waits for the notification; where it does not pop up, or has gone again, the bell shows it. */
  notified(text: string | RegExp): Promise<Locator>;
  /** Presses a button of the notification until it has had its effect: until something can be seen, or is so. */
  choose(text: string | RegExp, button: string, effect: Locator | (() => Promise<boolean>)): Promise<void>;
}

export function notificationsOf(page: Page): Notifications {
  const center = page.locator('.notifications-center.visible');
  const notification = (text: string | RegExp) =>
    page.locator('.notification-list-item').filter({ hasText: text }).first();
  const showAll = async () => {
    if (!(await center.isVisible())) await page.locator('[id="status.notifications"]').click();
  };
  return {
    notification,
    notified: async (text) => {
      const item = notification(text);
      await item.waitFor({ timeout: 8_000 }).catch(showAll);
      await item.waitFor();
      return item;
    },
    choose: async (text, button, effect) => {
      const item = notification(text);
      const press = async () => {
        if (!(await item.isVisible())) await showAll();
        await item.getByText(button, { exact: true }).click({ timeout: 5_000 });
      };
      const isDone = typeof effect === 'function' ? effect : () => effect.isVisible();
      await repeatUntil(isDone, () => press().catch(() => undefined), 10_000);
    },
  };
}
