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
  const palette = page.locator('.quick-input-widget:visible');
  await window.search('Stream Connection:', palette.getByText('Stream Connection: Show Log'));
  const offered = async () => {
    const titles = await palette.locator('.quick-input-list .label-name').allTextContents();
    return titles.map((title) => title.replace('Stream Connection: ', '')).sort();
  };
  await expect.poll(offered).toEqual([
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
  await window.choose(
    'This workspace is not trusted',
    'Manage Workspace Trust',
    page.locator('.workspace-trust-editor'),
  );
  await window.picture('trust');
});
