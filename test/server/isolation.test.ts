// An exception in the checks of one document, or a client that answers with an error: all else goes on.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type Diagnostic,
  ErrorCodes,
  type PublishDiagnosticsParams,
  ResponseError,
} from 'vscode-languageserver/node';
import { compareRequest } from '../../server/src/deployedProtocol.ts';
import { contextNotification, prepareRequest, refusedRequest, wantedValuesRequest } from '../../server/src/protocol.ts';
import { fileWithCertificate } from '../support/certificateFile.ts';
import { fullClient } from '../support/fullClient.ts';
import { type LspSession, startSession } from '../support/lspSession.ts';

const faulty = 'file:///faulty.streamconn.json';
const sound = 'file:///sound.streamconn.json';
const secret = 'hunter2-of-the-file';
const internalError = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: fileWithCertificate().length } },
  severity: 1,
  code: 'internal-error',
  source: 'streamconn',
  message: 'This file could not be checked: internal error. Please report what the log says.',
};

let session: LspSession;
let logged: string[];
let pushed: PublishDiagnosticsParams[];
afterEach(() => session.end());

/** A server whose reader of certificates throws, with one file that has a certificate and one that has none. */
async function start(
  capabilities: ClientCapabilities,
  answers: Readonly<Record<string, () => unknown>> = {},
): Promise<void> {
  const read = () => {
    throw new TypeError(`${secret} is not a function\n    at ${secret}`);
  };
  session = await startSession(capabilities, answers, undefined, {
    certificates: { read, belongTogether: () => true },
  });
  logged = [];
  pushed = [];
  session.client.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  session.client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    pushed.push(params);
  });
  await session.open(faulty, fileWithCertificate());
  await session.open(sound, '{}');
}

async function pull(uri: string): Promise<Diagnostic[]> {
  const report: { items: Diagnostic[] } = await session.client.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items;
}

describe('a document whose checks throw', () => {
  test('has one finding for a client that pulls; others have theirs', async () => {
    await start(fullClient);
    expect(await pull(faulty)).toEqual([internalError]);
    expect((await pull(sound)).map(({ code }) => code)).toEqual(['missing-type']);
  });

  test('has one finding for a client that is pushed; others have theirs, then and later', async () => {
    await start({});
    await expect.poll(() => pushed).toHaveLength(2);
    expect(pushed).toMatchObject([
      { uri: faulty, diagnostics: [internalError] },
      { uri: sound, diagnostics: [{ code: 'missing-type' }] },
    ]);
    await session.client.sendNotification(contextNotification, { secretNames: ['A'] });
    await expect.poll(() => pushed.map(({ uri }) => uri)).toEqual([faulty, sound, faulty, sound]);
  });

  test('is mended by an edit', async () => {
    await start(fullClient);
    expect(await pull(faulty)).toHaveLength(1);
    await session.change(faulty, 2, '{ "type": "Sample", "name": "sample_stream_solar" }');
    expect(await pull(faulty)).toEqual([]);
  });

  test('is unsendable, with the reason, and ends no other request', async () => {
    await start(fullClient);
    expect(await session.client.sendRequest(prepareRequest, { uri: faulty })).toEqual({
      kind: 'unsendable',
      errors: 1,
      reason: internalError.message,
    });
    expect(await session.client.sendRequest(prepareRequest, { uri: sound })).toMatchObject({ kind: 'prepared' });
  });

  test('is logged by where the error came from, without its message, which may quote the file', async () => {
    await start(fullClient);
    await pull(faulty);
    await expect.poll(() => logged).toHaveLength(1);
    expect(logged[0]).toMatch(/^TypeError\n {4}at .*isolation\.test\.ts:\d+:\d+/);
    expect(logged.join()).not.toContain(secret);
  });
});

describe('a request that throws', () => {
  beforeEach(() => start(fullClient));

  const inCertificate = { line: 0, character: fileWithCertificate().indexOf('AAAA') };
  const range = { start: inCertificate, end: inCertificate };
  test.each([
    ['textDocument/codeAction', { range, context: { diagnostics: [] } }],
    ['textDocument/hover', { position: inCertificate }],
    // What is no position, body or refusal.
    ['textDocument/selectionRange', { positions: 5 }],
    [compareRequest.method, { body: null, connection: null }],
    [refusedRequest.method, { uri: sound }],
    [wantedValuesRequest.method, { uri: faulty }],
  ])('%s: an internal error in plain words, logged, and the next is answered', async (method, params) => {
    const error: unknown = await session.client
      .sendRequest(method, { textDocument: { uri: faulty }, ...params })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      code: ErrorCodes.InternalError,
      message: 'Something went wrong inside Stream Connections. Please report what the log says.',
    });
    await expect.poll(() => logged).toHaveLength(1);
    expect(await pull(sound)).toHaveLength(1);
  });
});

describe('a client that answers with an error', () => {
  const refuses = () => {
    throw new ResponseError(ErrorCodes.MethodNotFound, secret);
  };
  const answers = {
    'workspace/configuration': refuses,
    'client/registerCapability': refuses,
    'workspace/diagnostic/refresh': refuses,
    'workspace/codeLens/refresh': refuses,
  };
  const { workspace, textDocument } = fullClient;
  const asked = { configuration: true, didChangeConfiguration: { dynamicRegistration: true } };
  const refusal = { status: 409, errorCode: 'X', detail: 'x' };

  test('to whatever it is asked: its requests are still answered', async () => {
    await start({ textDocument, workspace: { ...workspace, ...asked } }, answers);
    await session.client.sendNotification(contextNotification, { secretNames: ['A'] });
    await session.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await session.client.sendRequest(refusedRequest, { uri: sound, body: {}, refusal });
    // Settings, the registration, settings anew; two refreshes for the context; one for the refusal.
    await expect.poll(() => logged).toHaveLength(6);
    expect(logged.join()).not.toContain(secret);
    expect(await pull(sound)).toHaveLength(2);
  });

  test('to a client that is pushed, its findings are pushed all the same', async () => {
    const { diagnostic: _, ...pushing } = textDocument;
    await start({ textDocument: pushing, workspace }, answers);
    await session.client.sendNotification(contextNotification, { secretNames: ['A'] });
    await expect.poll(() => pushed.filter(({ uri }) => uri === sound)).toHaveLength(2);
  });
});
