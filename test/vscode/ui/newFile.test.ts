// A new connection file, as a person makes one: from File > New File…, from the explorer, and from the clipboard.
import { expect, test } from 'vitest';
import { openFolderMenu, takeFromMenu } from './contextMenu.ts';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { click, untilSeen } from './patience.ts';

let window: EditorWindow;

const other = '{ "type": "Sample", "name": "sample_stream_solar" }';

/** Opens a file and waits until the workspace is known to be trusted, which the commands need. */
async function openTrusted(): Promise<void> {
  window = await openWindow({ withTarget: false });
  await window.open('other.streamconn.json', other);
  await window.page.locator('.codelens-decoration a').first().waitFor();
}

test('from New File…, with the cursor where there is more to fill in', async () => {
  await openTrusted();
  const { page } = window;
  const list = page.locator('.quick-input-widget:visible');
  // VS Code knows the command before it can do it, and says so in a dialog.
  const askForTypes = async () => {
    await page.keyboard.press('Escape');
    await window.run('Create: New File...');
  };
  await untilSeen(list.getByText('Stream Connection File', { exact: true }), askForTypes);
  await window.picture('new-file-menu');
  await click(
    list.getByText('Stream Connection File', { exact: true }),
    list.getByText('Kafka connection with SCRAM-512'),
  );
  await window.picture('new-file-types');
  await click(list.getByText('Kafka connection with SCRAM-512'), list.getByText('The name of the connection'));
  await window.answer('The name of the connection', 'orders');
  await list.getByText('Choose another folder…').waitFor();
  await window.picture('new-file-folder');
  await window.answer('Choose another folder…', '');
  await page.getByRole('tab', { name: 'orders.streamconn.json' }).waitFor();
  await expect.poll(window.text).toContain('"name": "orders"');
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.getByText(/^Ln 4, /).waitFor();
  await page.keyboard.type('b1.example.com:9096');
  await expect.poll(window.text).toContain('"bootstrapServers": "b1.example.com:9096"');
  await window.picture('new-file');
});

test('from the menu of a folder in the explorer', async () => {
  await openTrusted();
  const { page } = window;
  const item = await openFolderMenu(page, 'New Connection File…');
  await window.picture('new-file-explorer');
  await takeFromMenu(item);
  await window.answer('Atlas cluster connection', 'Atlas cluster connection');
  await window.answer('The name of the connection', 'archive');
  await page.getByRole('tab', { name: 'archive.streamconn.json' }).waitFor();
});

test('from the clipboard: what is stored is shown first, and the clipboard is cleared', async () => {
  await openTrusted();
  const { page } = window;
  const settings = ['bootstrap.servers=b1.example.com:9092', 'security.protocol=SASL_SSL', 'sasl.mechanisms=PLAIN'];
  const signIn = ['sasl.username=KEY', 'sasl.password=hunter2-canary', 'statistics.interval.ms=5'];
  const clipboard = () => page.evaluate('navigator.clipboard.readText()');
  const text = [...settings, ...signIn].join('\n');
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await window.run('Stream Connection: New Connection File From Clipboard');
  await window.answer('The name of the connection', 'clip');
  await window.answer('Choose another folder…', '');
  const question = page.locator('.monaco-dialog-box');
  await question.getByText('CLIP_PASSWORD: authentication.password').waitFor();
  await window.picture('new-file-consent');
  await question.getByRole('button', { name: 'Store and Create File' }).click();
  await page.getByRole('tab', { name: 'clip.streamconn.json' }).waitFor();
  await expect.poll(window.text).toContain('"password": "${secret:CLIP_PASSWORD}"');
  await window.notified('statistics.interval.ms');
  await window.picture('new-file-from-clipboard');
  const cleared = async () => (await clipboard()) === '';
  await window.choose('statistics.interval.ms', 'Clear Clipboard', cleared);
  expect(await page.content()).not.toContain('hunter2');
});

test('from a clipboard with settings of two connections: one is picked, and what to do with its keystore is said', async () => {
  await openTrusted();
  const { page } = window;
  const settings = [
    'bootstrap.servers=b1.example.com:9093',
    'security.protocol=SSL',
    'ssl.keystore.location=/var/private/client.jks',
    'ssl.keystore.password=hunter2-canary',
    'schema.registry.url=https://registry.example.com',
  ];
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(settings.join('\n'))})`);
  await window.run('Stream Connection: New Connection File From Clipboard');
  const list = page.locator('.quick-input-widget:visible');
  await list.getByText('SchemaRegistry', { exact: true }).waitFor();
  await window.picture('new-file-two-connections');
  await click(list.getByText('Kafka', { exact: true }), list.getByText('The name of the connection'));
  await window.answer('The name of the connection', 'mutual');
  await window.answer('Choose another folder…', '');
  await page.getByRole('tab', { name: 'mutual.streamconn.json' }).waitFor();
  const said = await window.notified('keytool -importkeystore');
  await said.getByText('ssl.keystore.location, ssl.keystore.password').waitFor();
  await said.getByRole('button', { name: 'Clear Clipboard' }).waitFor();
  await window.picture('new-file-keystore');
  expect(await page.content()).not.toContain('hunter2');
});
