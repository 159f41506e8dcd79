// What Atlas refuses, as a person sees it: in the message, in the file, in the Problems panel, and at the light bulb.
import { expect, test } from 'vitest';
import { diffButton } from './diffButton.ts';
import { openWindow } from './editorWindow.ts';
import { click, untilSeen } from './patience.ts';
import { signInWithApiKey } from './signIn.ts';

test('a name that exists: the message leads to it, the light bulb to an update', async () => {
  const window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  const taken = { type: 'Cluster', name: 'shop', clusterName: 'Shop' };
  const [project] = sandbox.state.projects.values();
  project?.instances.get('orders')?.connections.set('shop', { ...taken, clusterName: 'Other', state: 'READY' });
  await window.open('taken.streamconn.json', JSON.stringify(taken, null, 2));
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Create Connection');
  await signInWithApiKey(window);
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByRole('button', { name: 'Create Connection' }).click();
  await window.notified('already exists');
  await page.locator('.squiggly-info').waitFor();
  await window.notification('Creating the connection').waitFor({ state: 'detached' });
  await window.picture('refused');
  await window.choose('already exists', 'Show Problem', page.getByText('Ln 3, Col 17 (6 selected)'));

  const problem = page.locator('.markers-panel').getByText('already exists');
  await untilSeen(problem, () => page.keyboard.press('Control+Shift+m'));
  await page.locator('.markers-panel').getByText('Atlas', { exact: true }).waitFor();
  await window.picture('refused-problem');

  await page.locator('.view-line').getByText('"shop"', { exact: true }).click();
  const bulb = page.locator('[class*="lightbulb"]:visible').first();
  const menu = page.locator('.action-widget');
  await click(bulb, menu.getByText('Rename to "shop-2"'));
  await window.picture('refused-fixes');
  await expect(menu.locator('.monaco-list-row.action').first().textContent()).resolves.toContain('Compare and update');
  await menu.getByText('Compare and update in Atlas…').click();
  await click(diffButton(page, 'Update in Atlas'), dialog.getByText('is overwritten with what the file says'));
  await window.picture('refused-update');
  await dialog.getByRole('button', { name: 'Update Connection' }).click();
  await window.notified('Updated the Cluster connection');
  await page.locator('.squiggly-info').waitFor({ state: 'detached' });
  const sent = sandbox.requests.filter(({ method }) => method === 'PATCH').at(-1);
  expect(JSON.parse(sent?.body ?? '')).toEqual(taken);
});
