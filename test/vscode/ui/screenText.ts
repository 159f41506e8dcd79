// What a person can read on the screen besides the file, for the report of a test that failed. What stands in an input box is no text of it.
import type { Page } from 'playwright-core';

const places = {
  menu: '.monaco-menu .action-item',
  'quick input':
    '.quick-input-widget .quick-input-title, .quick-input-widget .quick-input-message, .quick-input-list .monaco-list-row',
  dialog: '.monaco-dialog-box',
  notification: '.notification-list-item',
  tab: '.tabs-container .tab',
  lens: '.codelens-decoration',
  'side bar': '.sidebar .monaco-list-row',
  'status bar': '.statusbar-item',
} as const;

/** The lines of text that can be seen, by the kind of place where they stand; and what has the focus. */
export async function screenText(page: Page): Promise<string> {
  const lines = Object.entries(places).map(async ([kind, selector]) => {
    const texts = await page.locator(selector).filter({ visible: true }).allInnerTexts();
    return `${kind}: ${texts
      .map((text) => text.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join(' | ')}`;
  });
  const focus = page.evaluate<string>("document.activeElement?.className + ''");
  return [...(await Promise.all(lines)), `focus: ${await focus}`].join('\n');
}
