// Code actions as an LSP client gets them: of the kinds that it asks for, in the form that it can take.
import { afterEach, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node';
import { locateRequest } from '../../server/src/protocol.ts';
import { fullClient } from '../support/fullClient.ts';
import { type LspSession, startSession } from '../support/lspSession.ts';

const uri = 'file:///shop.streamconn.json';
const content = '{ "type": "Kafka", "id": "x", }';
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: content.length } };

let session: LspSession;
afterEach(() => session.end());

async function actions(only: string[] | undefined, workspace: ClientCapabilities['workspace']): Promise<CodeAction[]> {
  session = await startSession({ textDocument: fullClient.textDocument, workspace: workspace ?? {} });
  await session.open(uri, content);
  const context = { diagnostics: [], ...(only ? { only } : {}) };
  return session.client.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
}

test('the server says which kinds there are', async () => {
  session = await startSession(fullClient);
  expect(session.server.capabilities.codeActionProvider).toEqual({
    codeActionKinds: ['quickfix', 'source.fixAll.streamconn'],
  });
});

test.each([
  [undefined, ['quickfix']],
  [['quickfix'], ['quickfix']],
  [['source'], ['source.fixAll.streamconn']],
  [['source.fixAll'], ['source.fixAll.streamconn']],
  [['source.fixAll.streamconn'], ['source.fixAll.streamconn']],
  [['source.fixAll.eslint'], []],
  [['refactor'], []],
])('asked for %j, it gives %j', async (only, kinds) => {
  expect([...new Set((await actions(only, {})).map(({ kind }) => kind))]).toEqual(kinds);
});

test('a client without versions gets plain edits, without a version', async () => {
  const kindsOfEdit = (await actions(undefined, {})).map(({ edit }) => Object.keys(edit ?? {}).join());
  expect([...new Set(kindsOfEdit)]).toEqual(['changes']);
});

test('a client that has tab stops gets them', async () => {
  const found = await actions(undefined, { workspaceEdit: { documentChanges: true, snippetEditSupport: true } });
  const addAll = found.find(({ title }) => title === 'Add all 4 missing properties');
  expect(addAll?.edit).toMatchObject({
    documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ snippet: { kind: 'snippet' } }] }],
  });
});

test('a string is found, with the version that its range is of; another value is not', async () => {
  session = await startSession({});
  await session.open(uri, content);
  const locate = (pointer: string) => session.client.sendRequest(locateRequest, { uri, pointer });
  expect(await locate('/id')).toEqual({
    version: 1,
    range: { start: { line: 0, character: 25 }, end: { line: 0, character: 28 } },
  });
  expect(await locate('')).toBeNull();
  expect(await locate('/none/of/these')).toBeNull();
});
