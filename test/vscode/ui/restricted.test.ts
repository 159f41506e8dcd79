// A folder that is not trusted: the language features work, and nothing is sent or read.
import { afterEach, expect, test } from 'vitest';
import { type EditorWindow, openWindow } from './editorWindow.ts';

let window: EditorWindow;
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window.picture('failed');
  await window.close();
});

test('in Restricted Mode the lens says why nothing is sent, and the palette offers nothing', async () => {
  window = await openWindow({ withTarget: true, trusted: false });
  const { page, sandbox } = window;
  await window.open('faulty.streamconn.json');
  await page.locator('.squiggly-error').first().waitFor();
  const refusal = window.notification('This workspace is not trusted');
  await window.clickLens(/Create connection/, refusal);
  await window.picture('restricted');
  await page.keyboard.press('F1');
  const palette = page.locator('.quick-input-widget:visible');
  await palette.locator('input').first().fill('>Stream Connection:');
  await palette.getByText('Show Log').waitFor();
  expect(await palette.getByText('Create Connection').count()).toBe(0);
  expect(await palette.getByText('Add Credential').count()).toBe(0);
  expect(sandbox.requests).toEqual([]);
});
