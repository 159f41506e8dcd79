// The page on the rules says what the table of rules says, and the code of a diagnostic leads to it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { bundles } from '../../esbuild.mjs';
import rules from '../../schemas/rules.json' with { type: 'json' };
import { rulesAsHtml, rulesPage, rulesPageFile } from '../../server/rulesPage.ts';
import { fullClient } from '../support/fullClient.ts';
import { startSession } from '../support/lspSession.ts';

const uri = 'file:///x.streamconn.json';

test('docs/rules.md is up to date: npm run docs', () => {
  expect(readFileSync(rulesPageFile, 'utf8')).toBe(rulesPage());
});

test.each([
  ['the Markdown', rulesPage(), /^## (.+)$/gm],
  ['the HTML', rulesAsHtml(), /<section id="(.+)">/g],
])('%s has a place for each rule', (_, page, places) => {
  expect([...page.matchAll(places)].map(([, code]) => code)).toEqual(Object.keys(rules));
});

test.each([
  ['a client that follows links, and a page', fullClient, 'file:///page', { href: 'file:///page#missing-type' }],
  ['no page', fullClient, undefined, undefined],
  ['a client that follows none', { textDocument: { diagnostic: {} } }, 'file:///page', undefined],
])('with %s', async (_, capabilities, page, expected) => {
  const session = await startSession(capabilities, {}, undefined, page === undefined ? {} : { rulesPage: page });
  await session.open(uri, '{}');
  const { items } = await session.client.sendRequest<{ items: { codeDescription?: unknown }[] }>(
    'textDocument/diagnostic',
    { textDocument: { uri } },
  );
  session.end();
  expect(items.map(({ codeDescription }) => codeDescription)).toEqual([expected]);
});

test('the built server links to the page beside it, wherever that is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'é #1 100% '));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const outfile = join(folder, 'server.js');
  await build({ ...bundles.server, outfile });
  const server = spawn(process.execPath, [outfile, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: fullClient });
  const textDocument = { uri, languageId: 'streamconn', version: 1, text: '{}' };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  const href = `${pathToFileURL(join(folder, 'rules.html'))}#missing-type`;
  expect(await client.sendRequest('textDocument/diagnostic', { textDocument })).toMatchObject({
    items: [{ code: 'missing-type', codeDescription: { href } }],
  });
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
});
