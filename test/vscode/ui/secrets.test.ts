// The list of secrets, as a person sees it: what is missing, what is stored, and what can be done with each.
import { expect, test } from 'vitest';
import { openWindow } from './editorWindow.ts';

const https = (name: string) =>
  JSON.stringify(
    { type: 'Https', name: 'hook', url: 'https://example.com', headers: { Authorization: `\${secret:${name}}` } },
    null,
    2,
  );

test('a missing secret is found in the list, stored from there, replaced, and removed after a question', async () => {
  const window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open('hook.streamconn.json', https('HOOK_TOKEN'));
  await page.locator('.codelens-decoration a').first().waitFor();
  const list = page.locator('.quick-input-widget:visible');

  await window.run('Stream Connection: Show Secrets');
  await list.getByText('named in hook.streamconn.json').waitFor();
  await window.picture('secrets-missing');
  await list.getByText('HOOK_TOKEN').first().click();
  await list.getByText('Type or paste the value').click();
  await list.getByText(/The value of \$\{secret:HOOK_TOKEN\}/).waitFor();
  await page.keyboard.type('hunter2-canary');
  await page.keyboard.press('Enter');
  await window.notified('Stored the secret HOOK_TOKEN');

  await window.run('Stream Connection: Show Secrets');
  await list.getByText('Stored', { exact: true }).waitFor();
  await window.picture('secrets-stored');
  await list.getByText('HOOK_TOKEN').first().click();
  await list.getByText('Copy ${secret:HOOK_TOKEN}').waitFor();
  await window.picture('secret-actions');
  await list.getByText('Remove it').click();
  const question = page.locator('.monaco-dialog-box');
  await question.getByText('although connection files name it').waitFor();
  await question.getByText('hook.streamconn.json').waitFor();
  await window.picture('secret-remove');
  await question.getByRole('button', { name: 'Remove' }).click();
  await window.notified('Removed the secret HOOK_TOKEN');
  expect(await page.content()).not.toContain('hunter2');
});
