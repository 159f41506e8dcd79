// The built server as any LSP client starts it: `node dist/server.js --stdio`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { bundles } from '../../esbuild.mjs';

test('answers initialize and diagnostics, and ends with exit code 0 after shutdown', async () => {
  const file = join(import.meta.dirname, '../../.vscode-test/unit/server.js');
  await build({ ...bundles.server, outfile: file });
  const server = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => server.once('exit', resolve));
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  expect(await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities })).toMatchObject({
    serverInfo: { name: 'streamconn' },
  });
  const uri = 'file:///x.streamconn.json';
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'streamconn', version: 1, text: '{ "type": "kafka" }' },
  });
  expect(await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
    items: [{ code: 'unknown-type' }],
  });
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  expect(await exited).toBe(0);
});
