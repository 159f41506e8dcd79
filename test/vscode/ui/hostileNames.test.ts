// Names that VS Code would turn into links: a click on a message must not run what a file or an answer of Atlas names.
import { expect, test } from 'vitest';
import { errorReply } from '../../sandbox/reply.ts';
import { openWindow } from './editorWindow.ts';
import { signInWithApiKey } from './signIn.ts';

const name = '[orders](command:workbench.action.closeAllEditors)';

test('messages on a connection whose name is a link, and on a refusal that holds one, are plain text', async () => {
  const window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  await window.open('hostile.streamconn.json', JSON.stringify({ type: 'Cluster', name, clusterName: 'Shop' }, null, 2));
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Create Connection');
  await signInWithApiKey(window);
  const confirm = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Create Connection' });
  await confirm.click();
  const created = await window.notified('Created the Cluster connection');
  expect(await created.locator('.notification-list-item-message').textContent()).toContain('closeAllEditors');
  expect(await created.locator('.notification-list-item-message a').count()).toBe(0);

  const detail = 'See [how](command:workbench.action.closeWindow) or [why](https://evil.example/x).';
  sandbox.fault({ kind: 'reply', reply: errorReply(400, 'Bad Request', 'EVIL', detail) }, ({ method, body }) => {
    return method === 'POST' && body.includes('clusterName');
  });
  await window.run('Stream Connection: Create Connection');
  await confirm.click();
  const refused = await window.notified('evil.example');
  expect(await refused.locator('.notification-list-item-message a').count()).toBe(0);
  await window.picture('hostile-names');
});
