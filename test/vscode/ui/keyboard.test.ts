// The main job with the keyboard alone: a new file, completed, put right, deployed, found in the view, and deleted.
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { suggest, untilSeen } from './patience.ts';
import { signInWithApiKey } from './signIn.ts';

let window: EditorWindow;

const other = '{ "type": "Sample", "name": "sample_stream_solar" }';

/** Presses a key until the effect can be seen; that of an arrow is there at once. */
async function until(key: string, effect: Locator): Promise<void> {
  if (await effect.isVisible()) return;
  await untilSeen(effect, () => window.page.keyboard.press(key), key === 'ArrowDown' ? 400 : 5_000);
}

test('new file, completion, quick fix, deploy, view, delete: no mouse', async () => {
  window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  const [project] = sandbox.state.projects.values();
  const inAtlas = () => project?.instances.get('orders')?.connections.get('keys');
  await window.open('other.streamconn.json', other);
  await page.locator('.codelens-decoration a').first().waitFor();
  await page.evaluate("addEventListener('mousedown', () => { globalThis.mouse = true; }, true)");

  await window.run('Stream Connection: New Connection File…');
  await window.answer('Atlas cluster connection', 'Atlas cluster connection');
  await window.answer('The name of the connection', 'keys');
  await window.answer('Choose another folder…', '');
  await page.getByRole('tab', { name: 'keys.streamconn.json' }).waitFor();
  await expect.poll(window.text).toContain('"name": "keys"');
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.keyboard.type('Inventory');
  await window.goBehind('"BUILT_IN');
  await page.keyboard.type('N');
  await window.goBehind('"role": "');
  await press('End', 'ArrowLeft', 'Control+Backspace');
  const suggestions = page.locator('.suggest-widget:visible');
  await suggest(suggestions.getByText('atlasAdmin'));
  await page.keyboard.type('atlasA');
  await suggestions.locator('.monaco-list-row.focused').getByText('atlasAdmin').waitFor();
  await press('Enter', 'ArrowUp');
  await expect.poll(window.text).toMatch(/"clusterName": "Inventory".*"type": "BUILT_INN",\s+"role": "atlasAdmin"/s);
  await page.locator('.squiggly-error').first().waitFor();
  await until('Control+.', page.locator('.action-widget:visible').getByText('Change to "BUILT_IN"'));
  await window.picture('keyboard-fix');
  await press('Enter');
  await expect.poll(window.text).toContain('"type": "BUILT_IN",');

  await window.run('Stream Connection: Deploy');
  await signInWithApiKey(window);
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText('Create the connection “keys” in Atlas?').waitFor();
  await expect.poll(focused).toBe('Create Connection');
  await press('Enter');
  await expect.poll(inAtlas).toMatchObject({ clusterName: 'Inventory' });

  await window.run('Stream Connections: Focus on Connections View');
  await page.locator('.customview-tree .monaco-list-row').first().waitFor();
  // VS Code focuses a tree that it has only just filled at the second call.
  await window.run('Stream Connections: Focus on Connections View');
  const rows = page.locator('.customview-tree .monaco-list-row');
  const walk = { owner: 'Shop', Shop: 'orders', orders: 'keys' };
  for (const [name, below] of Object.entries(walk)) {
    await until('ArrowDown', page.locator('.customview-tree .focused').filter({ hasText: name }));
    await press('ArrowRight');
    await rows.filter({ hasText: below }).first().waitFor();
  }
  await until('ArrowDown', page.locator('.customview-tree .focused').filter({ hasText: 'keys' }));
  await until('Shift+F10', page.getByRole('menuitem', { name: 'Delete Connection' }));
  await until('ArrowDown', page.locator('.monaco-menu .action-item.focused').getByText('Delete Connection'));
  await window.picture('keyboard-menu');
  await press('Enter');
  await dialog.getByText('Delete the connection “keys” from Atlas?').waitFor();
  await expect.poll(focused).toBe('Delete Connection');
  await press('Enter');
  await window.answer('Type keys to delete', 'keys');
  await expect.poll(inAtlas).toBeUndefined();
  expect(await page.evaluate('globalThis.mouse')).toBeUndefined();
});

/** The words of what has the focus. */
const focused = () => window.page.evaluate<string | null>('document.activeElement?.textContent');
