// The language server as a client meets it, over real LSP in memory.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type CodeLens,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type PublishDiagnosticsParams,
  ResponseError,
} from 'vscode-languageserver/node';
import { contextNotification, prepareRequest, refusedRequest } from '../../server/src/protocol.ts';
import { type LspSession, startSession } from '../support/lspSession.ts';

const uri = 'file:///shop.streamconn.json';
const valid = '{ "type": "Sample", "name": "sample_stream_solar" }';
const pulling = { textDocument: { diagnostic: {} }, workspace: { codeLens: { refreshSupport: true } } };

let session: LspSession;

async function codes(): Promise<unknown[]> {
  const report: { items: Diagnostic[] } = await session.client.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items.map(({ code }) => code);
}

describe('a client that pulls diagnostics', () => {
  beforeEach(async () => {
    session = await startSession(pulling);
  });
  afterEach(() => session.end());

  test('gets those of the text as it is now', async () => {
    await session.open(uri, valid);
    expect(await codes()).toEqual([]);
    await session.change(uri, 2, '{ "type": "Samples" }');
    expect(await codes()).toEqual(['unknown-type']);
    await session.change(uri, 3, valid);
    expect(await codes()).toEqual([]);
  });

  test('is told that nothing has changed, until the text or what is known of it does', async () => {
    let previousResultId: string | undefined;
    const pull = async (file = uri) => {
      const textDocument = { uri: file };
      const report: DocumentDiagnosticReport = await session.client.sendRequest('textDocument/diagnostic', {
        textDocument,
        previousResultId,
      });
      previousResultId = report.resultId;
      return report.kind;
    };
    const secret = '{ "type": "Https", "name": "x", "url": "https://x.example", "headers": { "a": "${secret:A}" } }';
    await session.open(uri, secret);
    expect([await pull(), await pull()]).toEqual(['full', 'unchanged']);
    await session.client.sendNotification(contextNotification, { targetTitle: 'A', secretNames: ['A'] });
    expect([await pull(), await pull()]).toEqual(['full', 'unchanged']);
    // The title is for lenses alone.
    await session.client.sendNotification(contextNotification, { targetTitle: 'B', secretNames: ['A'] });
    expect(await pull()).toBe('unchanged');
    await session.client.sendNotification(contextNotification, { targetTitle: 'B', secretNames: ['B'] });
    expect([await pull(), await pull()]).toEqual(['full', 'unchanged']);
    const refusal = { status: 409, errorCode: 'X', detail: 'x' };
    await session.client.sendRequest(refusedRequest, { uri, body: {}, refusal });
    expect([await pull(), await pull()]).toEqual(['full', 'unchanged']);
    await session.change(uri, 2, valid);
    expect([await pull(), await pull()]).toEqual(['full', 'unchanged']);
    // The same address and version, another text.
    await session.close(uri);
    await session.open(uri, secret);
    await session.change(uri, 2, '{}');
    expect(await pull()).toBe('full');
    await session.open('file:///other.streamconn.json', '{}');
    expect(await pull('file:///other.streamconn.json')).toBe('full');
  });

  test('is pushed none', async () => {
    let pushed = 0;
    session.client.onNotification('textDocument/publishDiagnostics', () => {
      pushed++;
    });
    await session.open(uri, '{}');
    await codes();
    expect(pushed).toBe(0);
  });

  const position = { line: 0, character: 1 };
  const options = { tabSize: 2, insertSpaces: true };
  const range = { start: position, end: position };
  test.each([
    ['textDocument/completion', { position }],
    ['textDocument/hover', { position }],
    ['textDocument/formatting', { options }],
    ['textDocument/rangeFormatting', { range, options }],
    ['textDocument/documentLink', {}],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', {}],
    ['textDocument/selectionRange', { positions: [position] }],
    ['textDocument/codeLens', {}],
  ])('%s: an answer for an open file, an empty one for an unknown file', async (method, params) => {
    await session.open(uri, '{ "type": "Sample" }');
    await session.client.sendNotification(contextNotification, {});
    const known = await session.client.sendRequest(method, { textDocument: { uri }, ...params });
    expect(known).not.toBeInstanceOf(ResponseError);
    expect(known !== null || method === 'textDocument/hover').toBe(true);
    await session.close(uri);
    expect(await session.client.sendRequest(method, { textDocument: { uri }, ...params })).toBeNull();
  });

  test('sees no lens before it has sent its context, and is asked to refresh when it has', async () => {
    await session.open(uri, valid);
    const lenses = () => session.client.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    expect(await lenses()).toBeNull();
    const refreshed = new Promise<void>((resolve) => {
      session.client.onRequest('workspace/codeLens/refresh', () => resolve());
    });
    await session.client.sendNotification(contextNotification, { targetTitle: 'Shop / orders' });
    await refreshed;
    expect(JSON.stringify(await lenses())).toContain('Shop / orders');
  });

  test('sees in each folder the target of that folder', async () => {
    const lensOf = async (file: string) => {
      await session.open(file, valid);
      const lenses = await session.client.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri: file },
      });
      return lenses.find(({ command }) => command?.command === 'streamconn.chooseTarget')?.command?.title;
    };
    await session.client.sendNotification(contextNotification, {
      targetTitle: 'of the window',
      folders: [
        { uri: 'file:///repo', targetTitle: 'of repo' },
        { uri: 'file:///repo/prod/', targetTitle: 'of prod' },
        { uri: 'file:///repo/dev' },
      ],
    });
    expect(await lensOf('file:///repo/a.streamconn.json')).toBe('$(target) of repo');
    expect(await lensOf('file:///repo/prod/a.streamconn.json')).toBe('$(target) of prod');
    expect(await lensOf('file:///repo/production/a.streamconn.json')).toBe('$(target) of repo');
    expect(await lensOf('file:///repo/dev/a.streamconn.json')).toBe('$(target) Choose target');
    expect(await lensOf('file:///repository/a.streamconn.json')).toBe('$(target) of the window');
    expect(await lensOf('untitled:Untitled-1')).toBe('$(target) of the window');
  });

  test('gets the live text prepared for sending', async () => {
    await session.open(uri, valid);
    expect(await session.client.sendRequest(prepareRequest, { uri })).toMatchObject({
      kind: 'prepared',
      request: { name: 'sample_stream_solar' },
    });
    expect(await session.client.sendRequest(prepareRequest, { uri: 'file:///other' })).toEqual({
      kind: 'notOpen',
    });
  });
});

test('a client that cannot pull is pushed diagnostics, and none once the file is closed', async () => {
  session = await startSession({});
  const pushed: PublishDiagnosticsParams[] = [];
  const arrived = (count: number) => expect.poll(() => pushed.length).toBe(count);
  session.client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    pushed.push(params);
  });
  await session.open(uri, '{}');
  await arrived(1);
  expect(pushed[0]).toMatchObject({ uri, diagnostics: [{ code: 'missing-type', source: 'streamconn' }] });
  await session.close(uri);
  await arrived(2);
  expect(pushed[1]).toEqual({ uri, diagnostics: [] });
  session.end();
});
