// The server speaks the language whose words its client sends at the start.
import { afterEach, expect, test } from 'vitest';
import { type LspSession, startSession } from '../support/lspSession.ts';

const uri = 'file:///a.streamconn.json';
const english = '{0} is not a connection type.';
const german = '{0} ist keine Art von Verbindung.';

let session: LspSession;
afterEach(() => session.end());

async function firstMessage(initializationOptions: unknown): Promise<string> {
  session = await startSession({ textDocument: { diagnostic: {} } }, {}, initializationOptions);
  await session.open(uri, '{ "type": "kafka" }');
  const report = await session.client.sendRequest<{ items: { message: string }[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items[0]?.message ?? '';
}

test.each([
  ['texts', { words: { [english]: german } }],
  ['texts with comments', { words: { [english]: { message: german, comment: [] } } }],
  ['texts among things that are none', { words: { [english]: german, a: 1, b: null, c: { message: 2 }, d: [] } }],
])('%s are used', async (_, options) => {
  expect(await firstMessage(options)).toMatch(/^"kafka" ist keine Art von Verbindung\. /);
});

test.each<[string, unknown]>([
  ['no options', undefined],
  ['null', null],
  ['options without words', {}],
  ['words that are a text', { words: '{}' }],
  ['words that are a list', { words: [german] }],
  ['a text that is none', { words: { [english]: 3 } }],
])('with %s it speaks English, whatever was spoken before', async (_, options) => {
  await firstMessage({ words: { [english]: german } });
  session.end();
  expect(await firstMessage(options)).toMatch(/^"kafka" is not a connection type\. /);
});
