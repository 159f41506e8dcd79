// Cancelled requests: each keystroke cancels what the one before has asked, and only the last answer is computed.
import { PassThrough } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { createConnection, type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { createIncoming } from '../../server/src/incoming.ts';
import { startServer } from '../../server/src/server.ts';
import { fileWithCertificate } from '../support/certificateFile.ts';
import { type Answer, buildServer, framed, initialize, startRawServer } from '../support/rawServer.ts';

const uri = 'file:///large.streamconn.json';
const pulling = { textDocument: { diagnostic: {} } };

/** Opens a text of that size; then keystrokes, each of which asks anew and cancels what was asked before. */
function typing(size: number, count: number): { opening: object; keystrokes: object[]; ids: number[] } {
  const text = fileWithCertificate({ x: 'x'.repeat(size) });
  const textDocument = { uri, languageId: 'streamconn', version: 1, text };
  const opening = { method: 'textDocument/didOpen', params: { textDocument } };
  const keystrokes: object[] = [];
  const ids = Array.from({ length: count }, (_, index) => 100 + index);
  const start = { line: 0, character: text.length };
  for (const [index, id] of ids.entries()) {
    const contentChanges = [{ range: { start, end: start }, text: ' ' }];
    keystrokes.push({
      method: 'textDocument/didChange',
      params: { textDocument: { uri, version: index + 2 }, contentChanges },
    });
    if (index > 0) keystrokes.push({ method: '$/cancelRequest', params: { id: id - 1 } });
    keystrokes.push({ id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
  }
  return { opening, keystrokes, ids };
}

let file: string;
beforeAll(async () => {
  file = await buildServer('cancelling');
});

test('ten keystrokes in a file of 5 MB: nine are answered as cancelled, the tenth with its findings', async () => {
  const server = startRawServer(file);
  const { opening, keystrokes, ids } = typing(5_000_000, 10);
  server.send(initialize(1, pulling), opening, { id: 2, method: 'streamconn/newFile' });
  await server.until(2);
  server.send(...keystrokes);
  const said = await server.until(ids.at(-1) ?? 0);
  const outcomes = ids
    .map((id) => said.find((answer) => answer.id === id))
    .map((answer) => answer?.error?.code ?? 'ok');
  expect(outcomes).toEqual([...Array(9).fill(-32800), 'ok']);
  server.send({ id: 3, method: 'shutdown' }, { method: 'exit' });
  expect(await server.exited).toBe(0);
});

test('ten keystrokes: what is cancelled is not computed', async () => {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  let computed = 0;
  const read = () => {
    computed++;
    return { kind: 'unreadable' } as const;
  };
  startServer(createConnection(toServer, toClient, createIncoming()), {
    certificates: { read, belongTogether: () => true },
  });
  const { opening, keystrokes, ids } = typing(0, 10);
  const last = new Promise<Answer>((resolve) => {
    new StreamMessageReader(toClient).listen((message: Message & Answer) => {
      if (message.id === ids.at(-1)) resolve(message);
    });
  });
  toServer.write(framed([initialize(1, pulling), opening, ...keystrokes]));
  expect((await last).error).toBeUndefined();
  expect(computed).toBe(1);
});
