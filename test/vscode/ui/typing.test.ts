// Typing a connection: completions from an empty file, and a squiggle that comes and goes.
import { expect, test } from 'vitest';
import { type EditorWindow, openWindow } from './editorWindow.ts';
import { suggest } from './patience.ts';

let window: EditorWindow;

test('a Kafka connection from an empty file, by accepting completions', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open('new.streamconn.json', '');
  const suggestions = page.locator('.suggest-widget:visible');
  const accept = async (typed: string, label: string) => {
    if (typed) await page.keyboard.type(typed, { delay: 20 });
    const row = suggestions.locator('.monaco-list-row').filter({ hasText: label }).first();
    await suggest(row);
    await row.click();
  };
  // The server is there once it has said that the file is empty.
  await page.getByRole('button', { name: 'Errors: 1' }).waitFor();
  // In one piece: an Enter of its own takes what is suggested just then.
  await page.keyboard.insertText('{\n');
  await accept('"ty', 'type');
  await accept('', '"Kafka"');
  await page.keyboard.insertText(',\n');
  await accept('"boot', 'bootstrapServers');
  await page.keyboard.type('broker.example.com:9092');
  // The examples that are offered here are not wanted.
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.insertText(',\n');
  await accept('"auth', 'authentication');
  await suggestions.getByText('mutual TLS').first().waitFor();
  await window.picture('completion');
  await accept('', 'PLAIN');
  await expect
    .poll(() => window.text())
    .toMatch(/"mechanism": "PLAIN",\s+"username": "user",\s+"password": "\$\{secret:NEW_PASSWORD\}"/);
  await expect.poll(() => window.text()).toMatch(/"type": "Kafka",\s+"bootstrapServers": "broker\.example\.com:9092"/);
});

test('a squiggle comes with a mistake, says what to do, and goes with it', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open('shop.streamconn.json', '{\n  "type": "Kafkaa"\n}\n');
  const squiggle = page.locator('.squiggly-error');
  await squiggle.waitFor();
  const value = page.locator('.view-line').getByText('"Kafkaa"');
  await window.hover(value, page.locator('.monaco-hover:visible').getByText('Did you mean "Kafka"?'));
  await window.picture('diagnostic');
  await value.dblclick();
  await page.keyboard.type('Sample');
  await squiggle.waitFor({ state: 'detached' });
});

test('a faulty file is not sent without a word', async () => {
  window = await openWindow({ withTarget: true });
  const { page } = window;
  await window.open('faulty.streamconn.json');
  await page.locator('.squiggly-error').first().waitFor();
  const refusal = window.notification('that Atlas would refuse');
  await window.clickLens(/Create connection/, refusal);
  const problem = page.locator('.markers-panel').getByText('Did you mean "SCRAM-512"?');
  await window.choose('that Atlas would refuse', 'Show Problems', problem);
  await window.picture('problems');
});
