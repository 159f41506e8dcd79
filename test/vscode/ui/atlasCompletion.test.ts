// Names that Atlas knows, as they come while a person types; and what is there to see where it does not tell them.
import { expect, test } from 'vitest';
import { refusals } from '../../sandbox/reply.ts';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { suggest } from './patience.ts';
import { signInWithApiKey } from './signIn.ts';

let window: EditorWindow;

const widget = () => window.page.locator('.suggest-widget.visible');

/** A person who has signed in, with the cursor at the mark ‸ of a file with this text. */
async function openMarked(marked: string): Promise<void> {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open('marked.streamconn.json', marked.replace('‸', ''));
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Add Credential');
  await signInWithApiKey(window);
  await window.notified('Stored the credential');
  await window.run('Notifications: Clear All Notifications');
  const before = marked.slice(0, marked.indexOf('‸')).split('\n');
  await page.locator('.editor-instance .view-lines').click();
  await page.keyboard.press('Control+Home');
  for (let line = 1; line < before.length; line++) await page.keyboard.press('ArrowDown');
  for (let letter = 0; letter < (before.at(-1) ?? '').length; letter++) await page.keyboard.press('ArrowRight');
  await page.getByText(`Ln ${before.length}, Col ${(before.at(-1) ?? '').length + 1}`).waitFor();
}

test('clusters come beside the server’s own words, and typing goes on while Atlas is asked', async () => {
  await openMarked('{\n  "type": "Cluster",\n  "name": "shop",\n  "clusterName": "‸"\n}\n');
  const { page, sandbox } = window;
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  sandbox.fault({ kind: 'slow', until, times: 2 }, ({ url }) => url.includes('/clusters'));
  await suggest(widget());
  await widget().getByText('"Cluster0"').waitFor();
  await expect.poll(() => sandbox.requests.length).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await page.keyboard.type('S');
  await expect.poll(window.text).toContain('"clusterName": "S"');
  await page.keyboard.press('Escape');
  answer();
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      await suggest(widget());
      return widget().textContent();
    })
    .toContain('Shop');
  await window.picture('atlas-clusters');
  await page.keyboard.press('Enter');
  await expect.poll(window.text).toContain('"clusterName": "Shop"');
});

test('private links come with vendor, provider, region and state, as soon as Atlas has told them', async () => {
  const access = '"networking": { "access": { "type": "PRIVATE_LINK", "connectionId": "‸" } }';
  await openMarked(`{\n  "type": "Kafka",\n  ${access}\n}\n`);
  const { page } = window;
  await suggest(widget());
  await widget().getByText('us-east-1').first().waitFor();
  await window.picture('atlas-private-links');
  await page.keyboard.press('Enter');
  await expect.poll(window.text).toMatch(/"connectionId": "[a-f0-9]{24}"/);
});

test('a sign-in that has expired disturbs nobody who types: the language status says it', async () => {
  await openMarked('{\n  "type": "Cluster",\n  "clusterName": "‸"\n}\n');
  const { page, sandbox } = window;
  sandbox.fault({ kind: 'reply', reply: refusals.unauthorized, times: 10 }, ({ url }) => url.includes('/clusters'));
  await suggest(widget());
  await widget().getByText('"Cluster0"').waitFor();
  await expect.poll(() => sandbox.requests.length).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  const lines = page.locator('.hover-language-status');
  await window.hover(page.locator('[id="status.languageStatus"]'), lines.getByText('No names from Atlas'));
  await lines.getByText('Atlas refuses the credential').waitFor();
  await window.picture('atlas-completion-refused');
  expect(await page.locator('.notification-toast').count()).toBe(0);
});
