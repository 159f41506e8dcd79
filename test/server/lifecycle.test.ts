// The life cycle of the specification, over standard input and output: what comes out of its time is refused or dropped.
import { beforeAll, expect, test } from 'vitest';
import { type Answer, buildServer, initialize, startRawServer } from '../support/rawServer.ts';

let file: string;
beforeAll(async () => {
  file = await buildServer('lifecycle');
});

const uri = 'file:///x.streamconn.json';
const didOpen = {
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'streamconn', version: 1, text: '{}' } },
};
const hover = (id: number) => ({
  id,
  method: 'textDocument/hover',
  params: { textDocument: { uri }, position: { line: 0, character: 0 } },
});
const symbols = (id: number) => ({ id, method: 'textDocument/documentSymbol', params: { textDocument: { uri } } });

/** `id: result` or `id: code of the error`, in the order of the answers; notifications by their method. */
function brief(said: readonly Answer[]): unknown[] {
  return said.map(({ id, method, error, result }) =>
    method ? method : [id, error ? error.code : result === null ? null : typeof result],
  );
}

test('before initialize, requests are refused, notifications dropped', async () => {
  const server = startRawServer(file);
  server.send(
    hover(1),
    { id: 2, method: 'shutdown' },
    { id: 3, method: 'no/such' },
    didOpen,
    initialize(4),
    symbols(5),
  );
  expect(brief(await server.until(5))).toEqual([
    [1, -32002],
    [2, -32002],
    [3, -32002],
    [4, 'object'],
    [5, null],
  ]);
  server.send({ method: 'exit' });
  expect(await server.exited).toBe(1);
});

test('between initialize and shutdown, a second initialize is refused and the first one stays', async () => {
  const server = startRawServer(file);
  server.send(initialize(1), initialize(2), didOpen, symbols(3), { id: 4, method: 'no/such' });
  expect(brief(await server.until(4)).sort()).toEqual(
    [[1, 'object'], [2, -32600], 'textDocument/publishDiagnostics', [3, 'object'], [4, -32601]].sort(),
  );
  server.send({ id: 5, method: 'shutdown' }, { method: 'exit' });
  expect(await server.exited).toBe(0);
});

test('after shutdown, requests are refused, notifications dropped, and exit ends it with code 0', async () => {
  const server = startRawServer(file);
  server.send(
    initialize(1),
    { id: 2, method: 'shutdown' },
    didOpen,
    hover(3),
    { id: 4, method: 'shutdown' },
    initialize(5),
  );
  const said = await server.until(2);
  await server.until(5);
  expect(brief(said).sort()).toEqual(
    [
      [1, 'object'],
      [2, null],
      [3, -32600],
      [4, -32600],
      [5, -32600],
    ].sort(),
  );
  server.send({ method: 'exit' });
  expect(await server.exited).toBe(0);
});

test.each([
  ['as the first message', []],
  ['without shutdown', [initialize(1)]],
  ['after a shutdown that came before initialize', [{ id: 1, method: 'shutdown' }]],
])('exit %s ends it with code 1', async (_, before) => {
  const server = startRawServer(file);
  server.send(...before, { method: 'exit' });
  expect(await server.exited).toBe(1);
});
