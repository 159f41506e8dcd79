// The Connections view by mouse: from nothing to a connection that is waited for, and one that is deleted.
import { expect, test } from 'vitest';
import { fromMenu, openMenu } from './contextMenu.ts';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { click, untilSeen } from './patience.ts';
import { openOrders, rowOf, showView } from './rows.ts';
import { signInFromView } from './signIn.ts';
import { showIn } from './themes.ts';

let window: EditorWindow;

const row = (name: string | RegExp) => rowOf(window.page, name);

/** Keeps a picture in three kinds of theme. */
async function pictures(name: string): Promise<void> {
  for (const look of ['light', 'dark', 'high-contrast'] as const) {
    await showIn(window, look);
    await window.picture(`${name}-${look}`);
  }
}

test('nothing at first, then sign in and open down to the connections', async () => {
  window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  await window.open('Cluster.streamconn.json');
  await showView(page);
  await page.getByText('Sign in to Atlas to see the stream connections').waitFor();
  for (const name of ['Add Credential', 'New Connection File']) await page.getByRole('button', { name }).waitFor();
  await page.locator('.welcome-view a').filter({ hasText: 'walkthrough' }).waitFor();
  await pictures('connections-empty');
  await signInFromView(window);
  await row('owner').waitFor();
  expect(sandbox.requests).toEqual([]);
  const [project] = sandbox.state.projects.values();
  const connections = project?.instances.get('orders')?.connections;
  connections?.set('late', { name: 'late', type: 'Kafka', state: 'FAILED', region: 'VIRGINIA_USA' });
  connections?.set('soon', { name: 'soon', type: 'Https', state: 'PENDING', region: 'VIRGINIA_USA' });
  await openOrders(page);
  for (const text of ['Kafka · FAILED · VIRGINIA_USA', 'Https · PENDING · VIRGINIA_USA']) await row(text).waitFor();
  const label = await page.locator('.monaco-list-row[aria-label*="Connection late"]').getAttribute('aria-label');
  expect(label).toContain('Connection late, Kafka, state FAILED, region VIRGINIA_USA');
  await pictures('connections');
  await openMenu(row('broker'), 'Open As File');
  for (const name of ['Compare With Atlas', 'Copy Connection Name', 'Delete Connection']) {
    await page.getByRole('menuitem', { name }).waitFor();
  }
  await window.picture('connections-menu');
});

test('created from a file, it is in the view and waited for; deleted, it goes', async () => {
  window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  sandbox.state.fates.set('inventory', { pending: 3, deleting: 2 });
  await window.open('Cluster.streamconn.json');
  await showView(page);
  await signInFromView(window);
  await openOrders(page);
  await window.run('Stream Connection: Create Connection');
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Create Connection' }).click();
  await page.locator('.statusbar-item').filter({ hasText: 'inventory: PENDING' }).waitFor();
  await row(/^inventory/).waitFor();
  await window.picture('connections-waiting');
  await window.notified('The connection “inventory” in orders is READY.');
  await row('inventoryCluster · READY').waitFor();

  const remove = row('inventory').getByRole('button', { name: 'Delete Connection' });
  await window.hover(row('inventory'), remove);
  const dialog = page.locator('.monaco-dialog-box');
  await click(remove, dialog.getByText('Delete the connection “inventory” from Atlas?'));
  await window.picture('connections-delete');
  await dialog.getByRole('button', { name: 'Delete Connection' }).click();
  await window.answer('Type inventory to delete', 'inventory');
  await window.notified('The connection “inventory” in orders is deleted.');
  await row('inventory').waitFor({ state: 'detached' });
});

test('from the menu of a connection: compared with the file of its name; of a credential: renamed', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  const file = '{\n  "type": "Https",\n  "name": "webhook",\n  "url": "https://hooks.example.com/new"\n}\n';
  await window.open('mine.streamconn.json', file);
  await showView(page);
  await signInFromView(window);
  await openOrders(page);
  await fromMenu(row('webhook'), 'Compare With Atlas');
  await page.getByRole('tab', { name: /webhook in Atlas ↔ mine\.streamconn\.json/ }).waitFor();
  await window.picture('connections-compared');
  await openMenu(row('owner'), 'Remove Credential');
  await window.picture('connections-credential-menu');
  await page.keyboard.press('Escape');
  await fromMenu(row('owner'), 'Rename Credential');
  await window.answer('What to call this credential', 'mine');
  await row('mine').waitFor();
});

test('five hundred connections are all there, and are found by typing', async () => {
  window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  const [project] = sandbox.state.projects.values();
  const connections = project?.instances.get('orders')?.connections;
  for (let i = 0; i < 500; i++) {
    connections?.set(`topic-${i}`, { type: 'Kafka', name: `topic-${i}`, state: 'READY', region: 'VIRGINIA_USA' });
  }
  await window.open('Cluster.streamconn.json');
  await showView(page);
  await signInFromView(window);
  await openOrders(page, /^broker/);
  expect(sandbox.requests.filter(({ url }) => url.includes('/connections'))).toHaveLength(2);
  await window.picture('connections-many');
  await untilSeen(row(/^webhook/), () => page.keyboard.press('End'));
  const search = page.locator('.customview-tree .monaco-tree-type-filter input');
  await untilSeen(search, () => page.keyboard.press('Control+Alt+f'));
  await search.fill('topic-42');
  await row(/^topic-42Kafka/).waitFor();
  await page.mouse.move(600, 400);
  await window.picture('connections-found');
});

test('what cannot be loaded says why, and a click tries again', async () => {
  window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  await window.open('Cluster.streamconn.json');
  await showView(page);
  await signInFromView(window);
  sandbox.fault({ kind: 'not json' });
  await row('owner').click();
  await row('The answer is not JSON').waitFor();
  await window.picture('connections-failure');
  await row('The answer is not JSON').click();
  await row('Shop').waitFor();
});

test('in a workspace that is not trusted it says so, and asks nothing', async () => {
  window = await openWindow({ withTarget: true, trusted: false });
  const { page, sandbox } = window;
  await window.open('Cluster.streamconn.json');
  await showView(page);
  await page.getByText('This workspace is not trusted, so nothing is asked of Atlas.').waitFor();
  await window.picture('connections-restricted');
  expect(await page.getByRole('button', { name: 'Add Credential' }).count()).toBe(0);
  expect(sandbox.requests).toEqual([]);
});
