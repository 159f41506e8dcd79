// The code of a diagnostic leads to the page on its rule, which ships with the extension.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWindow } from './editorWindow.ts';

/** What the frames of the page show; an editor with Markdown is one. */
async function shown(page: Page): Promise<string> {
  const frames = page.frames().map((frame) => frame.locator('body').textContent({ timeout: 1000 }));
  return (await Promise.allSettled(frames)).map((text) => (text.status === 'fulfilled' ? text.value : '')).join('\n');
}

test('the code in a hover opens the page on its rule, and the code in the Problems panel another', async () => {
  const { page, open, hover, run, picture } = await openWindow({ withTarget: true });
  await open('shop.streamconn.json', '{ "type": "Kafkaa",\n "name": "not a name!" }\n');
  await page.locator('.squiggly-error').first().waitFor();
  const inHover = page.locator('.monaco-hover:visible a').filter({ hasText: 'unknown-type' });
  await hover(page.locator('.view-line').getByText('"Kafkaa"'), inHover);
  await inHover.click();
  await page.getByRole('tab', { name: 'unknown-type.md' }).waitFor();
  await expect.poll(() => shown(page)).toContain('A type that Atlas does not have.');
  await picture('rulePage');

  await run('Problems: Focus on Problems View');
  const inPanel = page.locator('.markers-panel-container a').filter({ hasText: 'name-characters' });
  await inPanel.click();
  await page.getByRole('tab', { name: 'name-characters.md' }).waitFor();
  await expect.poll(() => shown(page)).toContain('A connection’s name with other characters than letters');
});
