// How it looks to those who need contrast, and how the settings are laid out.
import { expect, test } from 'vitest';
import { manifest } from '../../support/manifest.ts';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { openOrders, showView } from './rows.ts';
import { signInWithApiKey } from './signIn.ts';

let window: EditorWindow;

test.each([
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
])('%s: every state of the view has an icon, and the focus a border', async (look, theme) => {
  window = await openWindow({ withTarget: true, userSettings: { 'workbench.colorTheme': theme } });
  const { page, sandbox } = window;
  const [project] = sandbox.state.projects.values();
  const connections = project?.instances.get('orders')?.connections;
  for (const state of ['PENDING', 'DELETING', 'FAILED']) {
    connections?.set(state.toLowerCase(), { name: state.toLowerCase(), type: 'Https', state, region: 'VIRGINIA_USA' });
  }
  await window.open('Cluster.streamconn.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Add Credential');
  await signInWithApiKey(window);
  await showView(page);
  await openOrders(page);
  for (const icon of ['pass', 'sync', 'trash', 'error', 'key', 'project', 'server-environment']) {
    await page.locator(`.customview-tree .custom-view-tree-node-item-icon.codicon-${icon}`).first().waitFor();
  }
  await page.keyboard.press('ArrowDown');
  await window.picture(`view-${look}`);
  const outline = await page
    .locator('.customview-tree .monaco-list-row.focused')
    .evaluate('(element) => getComputedStyle(element).outlineStyle');
  expect(outline).not.toBe('none');
});

test('the settings stand in groups, in the order of package.json', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await page.setViewportSize({ width: 1200, height: 1300 });
  await window.open('Cluster.streamconn.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Preferences: Open Settings (UI)');
  await page.locator('.settings-editor .suggest-input-container').click();
  await page.keyboard.type('@ext:streamconn.streamconn');
  const groups = page.locator('.settings-toc-entry');
  const titles = manifest.contributes.configuration.map(({ title }) => title);
  await expect.poll(() => groups.allTextContents()).toEqual(expect.arrayContaining(titles));
  await window.picture('settings');
  const shown = (await groups.allTextContents()).filter((title) => titles.includes(title));
  expect(shown).toEqual(titles);
});
