// Several credentials by mouse and keyboard: added with a label, tested by the button, picked from, removed at once.
import { expect, test } from 'vitest';
import { openWindow } from './editorWindow.ts';

test('two credentials, from the first box to the last question', async () => {
  const window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  const list = page.locator('.quick-input-widget:visible');
  await window.open('Cluster.streamconn.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  const { serviceAccount } = sandbox.state.credentials.owner;
  const { apiKey } = sandbox.state.credentials.reader;
  const add = async (label: string, kind: string, id: string, secret: string) => {
    await window.run('Stream Connection: Add Credential');
    await window.answer('Sign in to Atlas: where', sandbox.origin);
    await window.answer('Sign in to Atlas: how', kind);
    await window.answer(/(client id|public key) for/, id);
    await window.answer(/(client secret|private key) of/, secret);
    await list.getByText('What to call this credential').waitFor();
    expect(await list.locator('input').first().inputValue()).toBe(id);
    await window.answer('What to call this credential', label);
    return window.notified(`Stored the credential ${label}`);
  };
  await add('prod', 'Service account', serviceAccount.clientId, serviceAccount.clientSecret);
  await add('read only', 'API key', apiKey.publicKey, apiKey.privateKey);
  const tested = `Signed in to ${sandbox.origin} as read only (${apiKey.publicKey})`;
  await window.choose('Stored the credential read only', 'Test', window.notification(tested));
  await window.notified(tested);
  await window.picture('tested');

  await window.run('Stream Connection: Create Connection');
  await list.getByText(serviceAccount.clientId).waitFor();
  await window.picture('credentials');
  await window.answer('Atlas credentials', 'read only');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText('Credential: read only').waitFor();
  await page.keyboard.press('Escape');

  await window.run('Stream Connection: Remove All Credentials');
  await dialog.getByText('Remove 2 credentials').waitFor();
  await window.picture('remove-all');
  await dialog.getByRole('button', { name: 'Remove All' }).click();
  await window.notified('Removed 2 credentials.');
});
