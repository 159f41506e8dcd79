// A folder that is not trusted: the language features work, and nothing is sent or read.
import { expect, test } from 'vitest';
import { openWindow } from './editorWindow.ts';

test('in Restricted Mode the lens says why nothing is sent, and the palette offers nothing that sends or stores', async () => {
  const window = await openWindow({ withTarget: true, trusted: false });
  const { page, sandbox } = window;
  await window.open('faulty.streamconn.json');
  await page.locator('.squiggly-error').first().waitFor();
  // The target that the workspace names is not shown as the person's.
  await page.locator('.codelens-decoration a').filter({ hasText: 'Choose target' }).waitFor();
  const refusal = window.notification('This workspace is not trusted');
  await window.clickLens(/Create connection/, refusal);
  await window.picture('restricted');
  await page.keyboard.press('F1');
  const palette = page.locator('.quick-input-widget:visible');
  await palette.locator('input').first().fill('>Stream Connection:');
  await palette.getByText('Show Log').waitFor();
  const offered = await palette.locator('.quick-input-list .label-name').allTextContents();
  expect(offered.map((title) => title.replace('Stream Connection: ', '')).sort()).toEqual([
    'Remove All Credentials',
    'Remove Credential',
    'Remove Secret',
    'Restart Language Server',
    'Show Log',
    // VS Code's own; the view says why it is empty.
    'Stream Connections: Focus on Connections View',
  ]);
  await page.keyboard.press('Escape');
  expect(sandbox.requests).toEqual([]);
  await refusal.getByText('Manage Workspace Trust').click();
  await page.locator('.workspace-trust-editor').waitFor();
  await window.picture('trust');
});
