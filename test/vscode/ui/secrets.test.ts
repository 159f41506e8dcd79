// The list of secrets, as a person sees it: what is missing, what is stored, and what can be done with each.
import { expect, test } from 'vitest';
import { openWindow } from './editorWindow.ts';
import { click } from './patience.ts';

const asksForValue = /The value of \$\{secret:HOOK_TOKEN\}/;

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
  await click(list.getByText('HOOK_TOKEN').first(), list.getByText('Type or paste the value'));
  await click(list.getByText('Type or paste the value'), list.getByText(asksForValue));
  await window.answer(asksForValue, 'hunter2-canary');
  await window.notified('Stored the secret HOOK_TOKEN');

  await window.run('Stream Connection: Show Secrets');
  await list.getByText('Stored', { exact: true }).waitFor();
  await window.picture('secrets-stored');
  await click(list.getByText('HOOK_TOKEN').first(), list.getByText('Copy ${secret:HOOK_TOKEN}'));
  await window.picture('secret-actions');
  const question = page.locator('.monaco-dialog-box');
  await click(list.getByText('Remove it'), question.getByText('although connection files name it'));
  await question.getByText('hook.streamconn.json').waitFor();
  await window.picture('secret-remove');
  await question.getByRole('button', { name: 'Remove' }).click();
  await window.notified('Removed the secret HOOK_TOKEN');
  expect(await page.content()).not.toContain('hunter2');
});
