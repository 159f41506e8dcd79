// The preview of a request, and the two lists and the message of a copy, as a person sees them.
import { expect, test } from 'vitest';
import { openWindow } from './editorWindow.ts';

const kafka = {
  type: 'Kafka',
  name: 'orders-kafka',
  bootstrapServers: 'broker.example.com:9092',
  security: { protocol: 'SASL_SSL' },
  authentication: { mechanism: 'PLAIN', username: 'shop', password: 'canary-literal' },
};

test('the request is shown masked, and copied for a shell', async () => {
  const window = await openWindow({ withTarget: true });
  const { page, sandbox } = window;
  await window.open('orders-kafka.streamconn.json', JSON.stringify(kafka, null, 2));
  await page.locator('.codelens-decoration a').first().waitFor();
  await window.run('Stream Connection: Preview Request');
  const shown = page.locator('.editor-instance[aria-label*="Request for orders-kafka.txt"]');
  await shown.getByText('User-Agent: streamconn/').waitFor();
  await shown.getByText('"password": "•••"').waitFor();
  expect(await shown.textContent()).not.toContain('canary');
  await window.picture('preview-request');

  await page.getByRole('tab', { name: /^orders-kafka\.streamconn\.json/ }).click();
  await window.run('Stream Connection: Copy Request As…');
  const list = page.locator('.quick-input-widget');
  await list.getByText('atlas api streams createStreamConnection').waitFor();
  await window.picture('copy-request-as');
  await list.getByText('curl (service account)').click();
  await list.getByText('usual on this system').waitFor();
  await window.picture('copy-request-shell');
  await page.keyboard.press('Enter');
  await window.notified('Before you run it, set MONGODB_ATLAS_CLIENT_ID, MONGODB_ATLAS_CLIENT_SECRET and SECRET_');
  await window.picture('copied-request');
  expect(sandbox.requests).toEqual([]);
});
