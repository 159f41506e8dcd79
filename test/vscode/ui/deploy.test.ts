// What Atlas has beside a file, the file over it, and another connection as a file: by keyboard and mouse.
import { expect, test } from 'vitest';
import { openWindow } from './editorWindow.ts';
import { signInWithApiKey } from './signIn.ts';

test('compare, deploy, open as file', async () => {
  const window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  await window.open(
    'changed.streamconn.json',
    '{\n  "type": "Https",\n  "name": "webhook",\n  "url": "https://hooks.example.com/new"\n}\n',
  );
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Compare With Atlas');
  await signInWithApiKey(window);
  await page.getByRole('tab', { name: /webhook in Atlas ↔ changed\.streamconn\.json/ }).waitFor();
  await page.locator('.monaco-diff-editor').getByText('hooks.example.com/orders').first().waitFor();
  await window.picture('compared');
  await page.getByRole('tab', { name: /^changed\.streamconn\.json/ }).click();

  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Deploy');
  const question = await window.notified('differs from the file, as the diff shows');
  await window.picture('deploy');
  await question.getByText('Update…').click();
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText('Update the connection “webhook” in Atlas?').waitFor();
  await dialog.getByRole('button', { name: 'Update Connection' }).click();
  await window.notified('Updated the Https connection “webhook”');
  const [project] = sandbox.state.projects.values();
  expect(project?.instances.get('orders')?.connections.get('webhook')?.url).toBe('https://hooks.example.com/new');

  await window.run('Stream Connection: Open As File');
  await window.answer('Open connection as file', 'broker');
  await window.answer('Open connection as file', 'connections');
  await window.notified('This is the connection “broker” as Atlas has it');
  await page.locator('.codelens-decoration a').getByText('Store secret…').waitFor();
  await window.picture('pulled');
});
