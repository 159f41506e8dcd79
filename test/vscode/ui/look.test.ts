// How it looks to those who need contrast, and how the settings are laid out.
import { expect, test } from 'vitest';
import { manifest } from '../../support/manifest.ts';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { untilSeen } from './patience.ts';
import { openOrders, rowOf, showView } from './rows.ts';
import { signInWithApiKey } from './signIn.ts';
import { showIn } from './themes.ts';

let window: EditorWindow;

test('every state of the view has an icon, and in high contrast the focus a border', async () => {
  window = await openWindow({ withTarget: true });
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
  const focused = page.locator('.customview-tree .monaco-list-row.focused');
  const outline = () => focused.evaluate('(element) => getComputedStyle(element).outlineStyle');
  for (const look of ['high-contrast', 'high-contrast-light'] as const) {
    await showIn(window, look);
    await rowOf(page, 'broker').click();
    await page.keyboard.press('ArrowDown');
    await expect.poll(outline).not.toBe('none');
    await window.picture(`view-${look}`);
  }
});

test('the settings stand in groups, in the order of package.json', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await page.setViewportSize({ width: 1200, height: 1300 });
  await window.open('Cluster.streamconn.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Preferences: Open Settings (UI)');
  const search = page.locator('.settings-editor .suggest-input-container');
  const groups = page.locator('.settings-toc-entry');
  const titles = manifest.contributes.configuration.map(({ title }) => title);
  // The words in the box are in pieces, so what they come to tells that they are there.
  const find = async () => {
    await search.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('@ext:streamconn.streamconn');
  };
  await untilSeen(groups.filter({ hasText: titles[0] ?? '' }).first(), find, 15_000);
  await expect.poll(() => groups.allTextContents()).toEqual(expect.arrayContaining(titles));
  await window.picture('settings');
  const shown = (await groups.allTextContents()).filter((title) => titles.includes(title));
  expect(shown).toEqual(titles);
});
