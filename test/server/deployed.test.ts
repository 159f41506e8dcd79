// What an LSP client asks about connections that Atlas has.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareRequest, fileOfRequest } from '../../server/src/deployedProtocol.ts';
import { type LspSession, startSession } from '../support/lspSession.ts';

const connection = { name: 'solar', id: 'x', state: 'READY', links: [], region: 'VIRGINIA_USA', type: 'Sample' };
const deep = JSON.parse(`{ "a": ${'['.repeat(200)}${']'.repeat(200)} }`);

let session: LspSession;
beforeEach(async () => {
  session = await startSession({});
});
afterEach(() => session.end());

test('its file', async () => {
  const file = await session.client.sendRequest(fileOfRequest, { connection });
  expect(file).toEqual({ text: '{\n  "type": "Sample",\n  "name": "solar"\n}\n', secrets: [] });
});

test('its file beside another, whose names of secrets stay', async () => {
  const hook = { type: 'Https', name: 'h', url: 'https://example.com', headers: { 'X-A': '1' } };
  const like = { headers: { 'X-A': '${env:A}' } };
  const file = await session.client.sendRequest(fileOfRequest, { connection: hook, like });
  expect(JSON.parse(file?.text ?? '').headers).toEqual({ 'X-A': '${env:A}' });
});

test('what differs from a file', async () => {
  const body = { type: 'Sample', name: 'weather' };
  const result = await session.client.sendRequest(compareRequest, { body, connection });
  expect(result).toMatchObject({ upToDate: false, immutable: ['/name'], uncompared: [] });
});

test('what nests too deeply has no answer, and the server lives on', async () => {
  expect(await session.client.sendRequest(fileOfRequest, { connection: deep })).toBeNull();
  expect(await session.client.sendRequest(compareRequest, { body: deep, connection })).toBeNull();
  expect(await session.client.sendRequest(fileOfRequest, { connection })).not.toBeNull();
});
