// The built server beside a file that names schemas, files and variables: it asks for none of them.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { bundles } from '../../esbuild.mjs';
import { contextNotification, locateRequest, prepareRequest } from '../../server/src/protocol.ts';

const outfile = join(import.meta.dirname, '../../.vscode-test/unit/noIo/server.js');
const watch = join(import.meta.dirname, '../support/watchIo.ts');

let visits = 0;
beforeEach(() => {
  visits = 0;
});
const web = createServer((_, response) => {
  visits++;
  response.end('{ "properties": { "fetched": {} } }');
});

beforeAll(async () => {
  await build({ ...bundles.server, outfile });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
});
afterAll(() => web.close());

/** The lines that a program writes when it asks for something, until it ends. */
function start(...args: string[]) {
  const program = spawn(process.execPath, ['--import', watch, ...args]);
  let said = '';
  program.stderr.on('data', (data) => {
    said += data;
  });
  const lines = new Promise<string[]>((resolve) =>
    program.once('close', () => resolve(said.split('\n').filter((line) => line.startsWith('watched:')))),
  );
  return { program, lines };
}

/** Opens the text and asks everything that the server can be asked, at every place of it; what it answered. */
async function askEverything(text: string): Promise<{ answers: string; asked: string[] }> {
  const { program, lines } = start(outfile, '--stdio');
  const client = createProtocolConnection(
    new StreamMessageReader(program.stdout),
    new StreamMessageWriter(program.stdin),
  );
  client.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await client.sendRequest('initialize', { processId: null, rootUri: 'file:///etc', capabilities });
  await client.sendNotification('initialized', {});
  const uri = 'file:///etc/x.streamconn.json';
  const textDocument = { uri };
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'streamconn', version: 1, text },
  });
  await client.sendNotification(contextNotification, { secretNames: ['STORED'] });
  const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: text.length } };
  const options = { tabSize: 2, insertSpaces: true };
  const requests: [string, object][] = [
    ['textDocument/diagnostic', {}],
    ['textDocument/documentLink', {}],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', {}],
    ['textDocument/codeLens', {}],
    ['textDocument/formatting', { options }],
    ['textDocument/codeAction', { range: whole, context: { diagnostics: [] } }],
    [prepareRequest.method, { uri }],
    [locateRequest.method, { uri, pointer: '/url' }],
    ...[...text].flatMap((_, character): [string, object][] => {
      const position = { line: 0, character };
      return [
        ['textDocument/completion', { position }],
        ['textDocument/hover', { position }],
        ['textDocument/selectionRange', { positions: [position] }],
      ];
    }),
  ];
  const answers: unknown[] = [];
  for (const [method, params] of requests) {
    answers.push(await client.sendRequest(method, { textDocument, ...params }));
  }
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  return { answers: JSON.stringify(answers), asked: await lines };
}

const origin = () => `http://127.0.0.1:${(web.address() as AddressInfo).port}`;

test.each([
  ['$schema over HTTP', () => ({ $schema: `${origin()}/schema.json` })],
  ['$schema of a file', () => ({ $schema: 'file:///etc/passwd' })],
  ['$schema beside the file', () => ({ $schema: './passwd' })],
  ['$ref over HTTP', () => ({ $ref: `${origin()}/schema.json#/definitions/x` })],
  ['$ref of a file', () => ({ $ref: 'file:///etc/passwd', networking: { $ref: '/etc/passwd' } })],
  ['$id and $dynamicRef', () => ({ $id: `${origin()}/`, $dynamicRef: `${origin()}/schema.json`, definitions: {} })],
  ['addresses as values', () => ({ url: `${origin()}/hook`, headers: { a: origin() } })],
  ['placeholders', () => ({ url: '${env:HOME}', headers: { a: '${file:passwd}', b: '${secret:STORED}' } })],
])('%s: nothing is read, nothing is fetched', async (_, properties) => {
  const { answers, asked } = await askEverything(JSON.stringify({ type: 'Https', name: 'x', ...properties() }));
  expect(asked).toEqual([]);
  expect(visits).toBe(0);
  expect(answers).toContain('"kind":"prepared"');
  expect(answers).not.toMatch(/fetched|root:|\/root/);
});

test('whatever a program asks for is seen', async () => {
  const file = join(import.meta.dirname, '../../LICENSE');
  const program = `fetch('${origin()}'); require('fs').readFileSync(${JSON.stringify(file)}); process.env.HOME`;
  expect(await start('--eval', program).lines).toEqual(
    expect.arrayContaining([
      `watched: global.fetch ${origin()}`,
      `watched: fs.readFileSync ${file}`,
      'watched: environment HOME',
    ]),
  );
  expect(visits).toBe(1);
});
