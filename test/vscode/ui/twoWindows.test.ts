// Two windows of one person: what one creates or deletes, the other knows, or says clearly that it is gone.
import { expect, test } from 'vitest';
import { fromMenu } from './contextMenu.ts';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { openOrders, rowOf, showView } from './rows.ts';
import { signInFromView } from './signIn.ts';

const row = ({ page }: EditorWindow, name: string | RegExp) => rowOf(page, name);

async function openView(window: EditorWindow): Promise<void> {
  await window.open('Cluster.streamconn.json');
  await showView(window.page);
  await window.page.getByRole('button', { name: 'Add Credential' }).waitFor();
}

test('a connection that is created and one that is deleted in the other window', async () => {
  const first = await openWindow({ withTarget: true });
  await openView(first);
  const second = await first.second();
  await openView(second);

  await signInFromView(first);
  await row(first, 'owner').waitFor();
  // This VS Code keeps the secrets of each window in its memory, so that the other has none, and lists none.
  await second.run('Stream Connection: Refresh Connections');
  await signInFromView(second);
  await row(second, 'owner').waitFor();
  await openOrders(second.page);
  await openOrders(first.page);

  await first.run('Stream Connection: Create Connection');
  await first.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Create Connection' }).click();
  await first.notified('Created the Cluster connection “inventory”');
  await row(first, /^inventory/).waitFor();
  expect(await row(second, /^inventory/).count()).toBe(0);
  await second.run('Stream Connection: Refresh Connections');
  await row(second, /^inventory/).waitFor();
  await second.picture('two-windows-refreshed');

  await fromMenu(row(first, 'webhook'), 'Delete Connection');
  await first.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Delete Connection' }).click();
  await first.answer('Type webhook to delete', 'webhook');
  await first.notified('The connection “webhook” in orders is deleted.');

  await fromMenu(row(second, 'webhook'), 'Open As File');
  await second.notified('The connection “webhook” is no longer in orders, so there is nothing to open.');
  await second.picture('two-windows-stale');
  await row(second, 'webhook').waitFor({ state: 'detached' });

  await fromMenu(row(first, 'owner'), 'Remove Credential');
  await first.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Remove' }).click();
  await row(first, 'owner').waitFor({ state: 'detached' });
  await first.page.getByRole('button', { name: 'Add Credential' }).waitFor();
});
