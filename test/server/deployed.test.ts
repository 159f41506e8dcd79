// What an LSP client asks about connections that Atlas has.
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type CompareResult,
  compareMethod,
  type FileOfResult,
  fileOfMethod,
} from '../../server/src/deployedProtocol.ts';
import { type LspSession, startSession } from '../support/lspSession.ts';

const connection = { name: 'solar', id: 'x', state: 'READY', links: [], region: 'VIRGINIA_USA', type: 'Sample' };
const deep = JSON.parse(`{ "a": ${'['.repeat(200)}${']'.repeat(200)} }`);

let session: LspSession;
beforeEach(async () => {
  session = await startSession({});
});
afterEach(() => session.end());

test('its file', async () => {
  const file: FileOfResult = await session.client.sendRequest(fileOfMethod, { connection });
  expect(file).toEqual({ text: '{\n  "type": "Sample",\n  "name": "solar"\n}\n', secrets: [] });
});

test('its file beside another, whose names of secrets stay', async () => {
  const hook = { type: 'Https', name: 'h', url: 'https://example.com', headers: { 'X-A': '1' } };
  const like = { headers: { 'X-A': '${env:A}' } };
  const file: FileOfResult = await session.client.sendRequest(fileOfMethod, { connection: hook, like });
  expect(JSON.parse(file.text).headers).toEqual({ 'X-A': '${env:A}' });
});

test('what differs from a file', async () => {
  const body = { type: 'Sample', name: 'weather' };
  const result: CompareResult = await session.client.sendRequest(compareMethod, { body, connection });
  expect(result).toMatchObject({ inStep: false, fixed: ['/name'], uncompared: [] });
});

test('what nests too deeply has no answer, and the server lives on', async () => {
  expect(await session.client.sendRequest(fileOfMethod, { connection: deep })).toBeNull();
  expect(await session.client.sendRequest(compareMethod, { body: deep, connection })).toBeNull();
  expect(await session.client.sendRequest(fileOfMethod, { connection })).not.toBeNull();
});
