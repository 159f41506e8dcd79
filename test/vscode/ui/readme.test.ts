// What README.md shows, seen in the real workbench. `npm run pictures` keeps these pictures in docs/.
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { test } from 'vitest';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { suggest } from './patience.ts';
import { openOrders, showView } from './rows.ts';
import { signInWithApiKey } from './signIn.ts';

let window: EditorWindow;

const folder = process.env.STREAMCONN_PICTURES ?? join(import.meta.dirname, 'screenshots');

/** Keeps a picture of what is at the place, at most as large as this. */
async function keep(name: string, place: Locator, most: { readonly width: number; readonly height: number }) {
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, ...most };
  const clip = { x, y, width: Math.min(width, most.width), height: Math.min(height, most.height) };
  await window.page.screenshot({ path: join(folder, `${name}.png`), clip });
}

/** Nothing that moves or does not belong to what is shown. */
const calm = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.reduceMotion': 'on',
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.fontSize': 13,
};

test('writing: completion, and the lenses that keep secrets out of the file', async () => {
  window = await openWindow({ withTarget: true, userSettings: calm });
  const { page } = window;
  const editor = page.locator('.part.editor');
  const lines = ['"type": "Kafka",', '"name": "orders",', '"bootstrapServers": "b1.example.com:9096",'];
  await window.open('orders.streamconn.json', `{\n  ${lines.join('\n  ')}\n  \n}\n`);
  await page.getByRole('tab', { name: /^orders/ }).waitFor();
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('View: Toggle Primary Side Bar Visibility');
  await page.locator('.view-line').nth(4).click();
  await page.keyboard.press('End');
  await page.keyboard.type('"authentication": ', { delay: 10 });
  const suggestions = page.locator('.suggest-widget:visible');
  await suggest(suggestions.getByText('mutual TLS'));
  await keep('completion', editor, { width: 680, height: 260 });

  await page.keyboard.press('Escape');
  await window.open('alerts.streamconn.json', hook);
  for (const lens of ['Store secret…', 'Move to Secret Storage']) {
    await page.locator('.codelens-decoration a').getByText(lens).first().waitFor();
  }
  await page.locator('.squiggly-warning').first().waitFor();
  await keep('secrets', editor, { width: 680, height: 242 });
});

const hook = `{
  "type": "Https",
  "name": "alerts",
  "url": "https://hooks.example.com/alerts",
  "headers": {
    "Authorization": "\${secret:ALERTS_TOKEN}",
    "X-Api-Key": "3f9ac0de"
  }
}
`;

test('deploying: what there is, what would change, the question before anything is sent, and the plan for a folder', async () => {
  window = await openWindow({ withTarget: true, userSettings: calm });
  const { page, sandbox } = window;
  const [project] = sandbox.state.projects.values();
  const connections = project?.instances.get('orders')?.connections;
  connections?.set('clicks', { name: 'clicks', type: 'Kafka', state: 'PENDING', region: 'VIRGINIA_USA' });
  connections?.set('legacy', { name: 'legacy', type: 'Kafka', state: 'FAILED', region: 'VIRGINIA_USA' });
  await window.open('webhook.streamconn.json', webhook);
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Add Credential');
  await signInWithApiKey(window);
  await window.notified('Stored the credential owner');
  await showView(page);
  await openOrders(page, 'legacy');
  for (const _ of [1, 2, 3, 4]) await window.run('Increase Current View Size');
  await window.run('Notifications: Clear All Notifications');
  await keep('connections', page.locator('.part.sidebar'), { width: 600, height: 290 });

  await page.locator('.view-lines').first().click();
  await window.run('View: Toggle Primary Side Bar Visibility');
  await window.run('Stream Connection: Compare With Atlas');
  await page.locator('.monaco-diff-editor').getByText('hooks.example.com/orders').first().waitFor();
  await page.locator('.notification-list-item').first().waitFor({ state: 'detached' });
  await keep('compare', page.locator('.part.editor'), { width: 900, height: 260 });

  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget:visible input').first().fill('Cluster.streamconn.json');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Cluster' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Cluster.streamconn.json' }).waitFor();
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Deploy');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText('Create the connection “inventory” in Atlas?').waitFor();
  await keep('create', dialog, { width: 500, height: 300 });

  await page.keyboard.press('Escape');
  await window.run('Stream Connection: Deploy Folder');
  const plan = page.locator('.quick-input-widget:visible').filter({ hasText: 'Deploy connections to orders' });
  await plan.getByText('Update · webhook.streamconn.json').first().waitFor();
  await keep('plan', plan, { width: 640, height: 420 });
});

const webhook = `{
  "type": "Https",
  "name": "webhook",
  "url": "https://hooks.example.com/v2/orders",
  "headers": {
    "X-Source": "shop"
  }
}
`;
