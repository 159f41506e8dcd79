// What Atlas has beside a file, the file over it, and another connection as a file: by keyboard and mouse.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { diffButton } from './diffButton.ts';
import { openWindow } from './editorWindow.ts';
import { click, repeatUntil } from './patience.ts';
import { signInWithApiKey } from './signIn.ts';

const webhook = (url: string) => JSON.stringify({ type: 'Https', name: 'webhook', url }, null, 2);
const diffTab = (page: Page) => page.getByRole('tab', { name: /webhook in Atlas ↔ changed\.streamconn\.json/ });
const urlInAtlas = (sandbox: Sandbox) => {
  const [project] = sandbox.state.projects.values();
  return project?.instances.get('orders')?.connections.get('webhook')?.url;
};

test('compare, deploy, open as file', async () => {
  const window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  await window.open('changed.streamconn.json', webhook('https://hooks.example.com/new'));
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Compare With Atlas');
  await signInWithApiKey(window);
  await diffTab(page).waitFor();
  await page.locator('.monaco-diff-editor').getByText('hooks.example.com/orders').first().waitFor();
  await window.picture('compared');
  await page.getByRole('tab', { name: /^changed\.streamconn\.json/ }).click();

  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Deploy');
  await diffButton(page, 'Update in Atlas').waitFor();
  await window.picture('deploy');
  const dialog = page.locator('.monaco-dialog-box');
  await click(diffButton(page, 'Update in Atlas'), dialog.getByText('Update the connection “webhook” in Atlas?'));
  await dialog.getByRole('button', { name: 'Update Connection' }).click();
  await window.notified('Updated the Https connection “webhook”');
  expect(urlInAtlas(sandbox)).toBe('https://hooks.example.com/new');
  await diffTab(page).waitFor({ state: 'detached' });

  await window.run('Stream Connection: Open As File');
  await window.answer('Open connection as file', 'broker');
  await window.answer('Open connection as file', 'connections');
  await window.notified('This is the connection “broker” as Atlas has it');
  await page.locator('.codelens-decoration a').getByText('Store secret…').waitFor();
  await window.picture('pulled');
});

test('in Do Not Disturb mode, all of it by mouse and by keyboard', async () => {
  const window = await openWindow({
    withTarget: true,
    userSettings: { 'workbench.colorTheme': 'Default High Contrast' },
  });
  const { page, sandbox } = window;
  await window.open('changed.streamconn.json', webhook('https://hooks.example.com/new'));
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Notifications: Toggle Do Not Disturb Mode');
  await window.run('Stream Connection: Deploy');
  await signInWithApiKey(window);
  await diffTab(page).waitFor();
  await window.picture('deploy-quiet');
  expect(await page.locator('.notification-toast').count()).toBe(0);

  await click(diffButton(page, 'Open File'), page.locator('.tab.active').filter({ hasText: /^changed/ }));
  await expect.poll(window.text).toContain('hooks.example.com/new');
  const palette = page.locator('.quick-input-widget:visible');
  await window.search('Stream Connection: Update', palette.getByText('Stream Connection: Update Connection'));
  expect(await palette.getByText('Stream Connection: Update in Atlas').count()).toBe(0);
  await page.keyboard.press('Escape');

  await click(diffTab(page), diffButton(page, 'Update in Atlas'));
  await window.run('Stream Connection: Update in Atlas');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText('Update the connection “webhook” in Atlas?').waitFor();
  await dialog.locator('.monaco-button:focus').getByText('Update Connection').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => urlInAtlas(sandbox)).toBe('https://hooks.example.com/new');
  await diffTab(page).waitFor({ state: 'detached' });

  await window.goBehind('hooks.example.com/new');
  await page.keyboard.insertText('er');
  await expect.poll(window.text).toContain('hooks.example.com/newer');
  await window.run('Stream Connection: Compare With Atlas');
  const isDiffGone = async () => !(await diffTab(page).isVisible());
  const useVersion = () => diffButton(page, 'Use Version from Atlas').click({ timeout: 5_000 });
  await repeatUntil(isDiffGone, () => useVersion().catch(() => undefined), 10_000);
  await expect.poll(window.text).not.toContain('newer');
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(window.text).toContain('hooks.example.com/newer');
});
