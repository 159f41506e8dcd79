// The walkthrough as a person meets it: from the empty view, step by step, in each kind of theme.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest } from '../../support/manifest.ts';
import { openWindow } from './editorWindow.ts';
import { click } from './patience.ts';
import { hideView, showView } from './rows.ts';

const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

test.each([
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
])('%s: the empty view opens it, and each step has its picture', async (look, theme) => {
  const window = await openWindow({ withTarget: true, userSettings: { 'workbench.colorTheme': theme } });
  const { page } = window;
  await page.setViewportSize({ width: 1400, height: 760 });
  await window.open('Cluster.streamconn.json');
  await showView(page);
  const link = page.locator('.welcome-view a').filter({ hasText: 'walkthrough' });
  await click(link, page.locator('.getting-started-step').first());
  await page.getByText('Get Started with Stream Connections').first().waitFor();
  await hideView(page);
  for (const { id, title, media } of steps) {
    const step = page.locator('.getting-started-step').filter({ hasText: title });
    const expanded = page.locator('.getting-started-step.expanded').filter({ hasText: title });
    if (!(await expanded.isVisible())) await click(step, expanded);
    const drawing = page.frameLocator('.gettingStartedContainer iframe').frameLocator('iframe').locator('svg');
    await expect.poll(async () => drawing.locator('title').first().textContent()).toBe(drawn(media.svg));
    await window.picture(`walkthrough-${look}-${id}`);
  }
});

/** What a picture calls itself. */
function drawn(path: string): string {
  const svg = readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');
  return /<title>(.*)<\/title>/.exec(svg)?.[1] ?? 'nothing';
}
