// The buttons in the title of the diff that is shown.
import type { Locator, Page } from 'playwright-core';

export function diffButton(page: Page, name: string): Locator {
  return page.locator('.editor-actions').getByRole('button', { name, exact: true });
}
