// The whole way by mouse and keyboard: from the lens, and from the palette, to the connection in Atlas.
import { expect, test } from 'vitest';
import { rateLimited } from '../../sandbox/reply.ts';
import type { SeenRequest } from '../../sandbox/sandbox.ts';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { signInWithApiKey } from './signIn.ts';

let window: EditorWindow;

const created = () => {
  const [project] = window.sandbox.state.projects.values();
  return [...(project?.instances.get('orders')?.connections.keys() ?? [])];
};

test('the lens: sign in with a service account, pick the target, confirm', async () => {
  window = await openWindow({ withTarget: false });
  const { page, sandbox } = window;
  await window.open('Cluster.streamconn.json');
  const { clientId, clientSecret } = sandbox.state.credentials.owner.serviceAccount;
  await window.clickLens(/Create connection/, page.getByText('Sign in to Atlas: where'));
  await window.picture('sign-in');
  await window.answer('Sign in to Atlas: where', sandbox.origin);
  await window.answer('Sign in to Atlas: how', 'Service account');
  await window.answer('client id for', clientId);
  await page.locator('.quick-input-widget input[type=password]').waitFor();
  await window.answer('client secret of', clientSecret);
  await window.answer('What to call this credential', 'owner');
  await window.answer('Choose target (1/2)', 'Shop');
  await window.answer('Choose target (2/2)', 'orders');
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByText('Create the connection').waitFor();
  await window.picture('confirm');
  await dialog.getByRole('button', { name: 'Create Connection' }).click();
  const message = await window.notified('Created the Cluster connection');
  await page.locator('.codelens-decoration a').filter({ hasText: 'Shop / orders' }).waitFor();
  await window.picture('created');
  expect(created()).toContain('inventory');
  await message.getByText('Show Response').click();
  await expect.poll(() => window.text()).toContain('"state": "READY"');
  await window.picture('response');
  expect(sandbox.signIn.liveTokens).toBe(1);
  // A window that closes leaves no token behind.
  await page.goto('about:blank');
  await expect.poll(() => sandbox.signIn.liveTokens).toBe(0);
});

test('the palette: sign in with an API key, into the target of the settings', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open(
    'Sample.streamconn.json',
    '{\n  "type": "Https",\n  "name": "orders-api",\n  "url": "https://api.example.com"\n}\n',
  );
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Create Connection');
  await signInWithApiKey(window);
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Create Connection' }).click();
  await window.notified('Created the Https connection');
  expect(created()).toContain('orders-api');
});

test('a running request can be cancelled, and what that means is said', async () => {
  window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  sandbox.fault({ kind: 'silent' }, ({ method, body }) => method === 'POST' && body.includes('clusterName'));
  await window.open('Cluster.streamconn.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Create Connection');
  await signInWithApiKey(window);
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Create Connection' }).click();
  const progress = await window.notified('Creating the connection inventory in Atlas');
  await window.picture('progress');
  await progress.getByText('Cancel').click();
  await window.notified('Cancelled after the request had left. It may have been done all the same');
});

test('a wait for the rate limit is counted down and can be cancelled', async () => {
  window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  const isCreate = ({ method, body }: SeenRequest) => method === 'POST' && body.includes('clusterName');
  sandbox.fault({ kind: 'reply', reply: rateLimited({ retryAfter: 90 }) }, isCreate);
  await window.open('Cluster.streamconn.json');
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Create Connection');
  await signInWithApiKey(window);
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Create Connection' }).click();
  const progress = await window.notified('rate limit is reached (0 of 1200 requests left)');
  const secondsLeft = async () => Number(/again in (\d+) s/.exec((await progress.textContent()) ?? '')?.[1]);
  const first = await secondsLeft();
  await expect.poll(secondsLeft).toBeLessThan(first);
  await window.picture('waiting');
  await progress.getByText('Cancel').click();
  await window.notified('Cancelled. Nothing was done in Atlas.');
  expect(sandbox.requests.filter(isCreate)).toHaveLength(1);
});
