// Putting a file right: by the light bulb, on save, and its secrets by their lens; and what a hover tells.
import { expect, test } from 'vitest';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { click } from './patience.ts';
import { signInWithApiKey } from './signIn.ts';

let window: EditorWindow;

const kafka = (password: string) =>
  JSON.stringify(
    {
      type: 'Kafka',
      name: 'orders',
      bootstrapServers: 'broker.example.com:9092',
      authentication: { mechanism: 'SCRAM-512', username: 'orders', password },
      security: { protocol: 'SASL_SSL' },
    },
    null,
    2,
  );

test('the light bulb offers the right word, and puts it in', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open('bulb.streamconn.json', kafka('${secret:P}').replace('SCRAM-512', 'SCRAM-SHA-512'));
  await page.locator('.squiggly-error').waitFor();
  await page.locator('.view-line').getByText('"SCRAM-SHA-512"').click();
  const bulb = page.locator('[class*="lightbulb"]:visible').first();
  const fix = page.locator('.action-widget').getByText('Change to "SCRAM-512"');
  await click(bulb, fix);
  await window.picture('quick-fix');
  await fix.click();
  await expect.poll(() => window.text()).toContain('"mechanism": "SCRAM-512"');
  await page.locator('.squiggly-error').waitFor({ state: 'detached' });
});

test('saving fixes what cannot change the meaning', async () => {
  const userSettings = { 'editor.codeActionsOnSave': { 'source.fixAll.streamconn': 'explicit' } };
  window = await openWindow({ withTarget: true, userSettings });
  const { page } = window;
  const content =
    '{\n  // the solar sample\n  "type": "Sample",\n  "name": "sample_stream_solar",\n  "id": "32b6e34b3d91647abb20e7b8",\n}\n';
  await window.open('pasted.streamconn.json', content);
  await page.locator('.squiggly-error').first().waitFor();
  await page.keyboard.press('Control+End');
  // Whoever saves before VS Code knows of the action saves again.
  const afterSaving = async () => {
    await page.keyboard.type('\n');
    await page.keyboard.press('Control+s');
    return window.text();
  };
  await expect.poll(afterSaving, { interval: 1000 }).not.toMatch(/solar sample|"id"|,\s*\}/);
  await expect.poll(() => window.text()).toContain('"name": "sample_stream_solar"');
});

test('the lens above a literal secret moves it to the secret storage', async () => {
  window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  const secret = 'hunter2-canary';
  await window.open('secret.streamconn.json', kafka(secret));
  await window.clickLens(/Move to Secret Storage/i, page.locator('.quick-input-widget:visible'));
  await window.picture('move-secret');
  await window.answer(/secret/i, 'ORDERS_PASSWORD');
  await expect.poll(() => window.text()).toContain('"password": "${secret:ORDERS_PASSWORD}"');
  expect(await window.text()).not.toContain(secret);
  await page
    .locator('.codelens-decoration a')
    .filter({ hasText: /Replace stored secret/i })
    .waitFor();
  await window.picture('moved-secret');

  await window.run('Stream Connection: Create Connection');
  await signInWithApiKey(window);
  await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Create Connection' }).click();
  await window.notified('Created the Kafka connection');
  expect(JSON.parse(sandbox.requests.at(-1)?.body ?? '').authentication.password).toBe(secret);
});

test('a hover says what a field is for, when it is needed, and that it is secret', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open('hover.streamconn.json', kafka('${secret:P}'));
  await page.locator('.codelens-decoration a').first().waitFor();
  const hover = page.locator('.monaco-hover:visible');
  await window.hover(page.locator('.view-line').getByText('"password"'), hover.getByText(/Password at the broker/));
  await hover.getByText('Documentation').waitFor();
  await window.picture('hover');
});
