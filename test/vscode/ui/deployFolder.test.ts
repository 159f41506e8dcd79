// A folder that is deployed at once: its plan, a difference behind it, the question, the summary.
import { expect, test } from 'vitest';
import { openFolderMenu, takeFromMenu } from './contextMenu.ts';
import { openWindow } from './editorWindow.ts';
import { click } from './patience.ts';
import { signInWithApiKey } from './signIn.ts';

test('deploy folder: plan, difference, question, summary', async () => {
  const window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  await window.open(
    'changed.streamconn.json',
    '{\n  "type": "Https",\n  "name": "webhook",\n  "url": "https://hooks.example.com/new"\n}\n',
  );
  await page.locator('.codelens-decoration a').first().waitFor();
  const item = await openFolderMenu(page, 'Deploy Folder');
  await window.picture('folderMenu');
  await takeFromMenu(item);
  await signInWithApiKey(window);
  const plan = page.locator('.quick-input-widget:visible').filter({ hasText: 'Deploy connections to orders' });
  await plan.waitFor();
  const row = (text: string) => plan.locator('.monaco-list-row').filter({ hasText: text }).first();
  await row('Update · changed.streamconn.json').waitFor();
  expect(await row('Faulty').textContent()).toContain('Correct them, or deploy the file alone');
  await window.picture('folderPlan');

  const difference = row('Update · changed.streamconn.json').getByRole('button', { name: 'Show Difference' });
  await window.hover(row('Update · changed.streamconn.json'), difference);
  await click(difference, page.locator('.monaco-diff-editor').getByText('hooks.example.com/orders').first());

  const shown = page.locator('.quick-input-widget:visible').filter({ hasText: 'Changes to “webhook”' });
  await shown.waitFor();
  await window.picture('folderDiff');
  await click(shown.getByText('Back to Plan'), plan);

  // What asks for secrets is unticked.
  for (const name of ['clicks', 'geocoder', 'event-schemas']) {
    await plan.locator('input[type=text]').fill(name);
    await row(name).click();
  }
  await plan.getByRole('button', { name: 'OK', exact: true }).click();

  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText(/^Deploy \d+ connections to orders\?$/).waitFor();
  await window.picture('folderQuestion');
  sandbox.fault(
    { kind: 'slow', until: new Promise((resolve) => setTimeout(resolve, 2_500)) },
    ({ method, url }) => method === 'POST' && url.includes('/connections'),
  );
  await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page
    .getByText(/Deploying to Atlas: \d+ of \d+/)
    .first()
    .waitFor();
  await window.picture('folderProgress');
  await window.notified('Deploying to orders has ended');
  await window.picture('folderEnded');
  const summary = page.getByRole('tab', { name: /^Deployed connections\.txt/ });
  await window.choose('Deploying to orders has ended', 'Show Summary', summary);
  await window.picture('folderSummary');
  await expect.poll(window.text).toContain('Deployed connections to orders');
});
