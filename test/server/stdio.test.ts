// The built server as clients start it: over standard input and output, or over Node's IPC as VS Code does.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { bundles } from '../../esbuild.mjs';

const file = join(import.meta.dirname, '../../.vscode-test/unit/server.js');

beforeAll(() => build({ ...bundles.server, outfile: file }));

function overStdio(): [ChildProcess, ProtocolConnection] {
  const server = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  return [
    server,
    createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin)),
  ];
}

function overIpc(): [ChildProcess, ProtocolConnection] {
  const server = fork(file, ['--node-ipc'], { execArgv: [] });
  return [server, createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server))];
}

test.each([
  ['--stdio', overStdio],
  ['--node-ipc', overIpc],
])(
  '%s: answers initialize and diagnostics, in the words that it was given, and ends with exit code 0 after shutdown',
  async (_, start) => {
    const [server, client] = start();
    const exited = new Promise((resolve) => server.once('exit', resolve));
    client.listen();
    const capabilities = { textDocument: { diagnostic: {} } };
    const initializationOptions = { words: { 'Did you mean {0}?': 'Gemeint ist {0}?' } };
    const initialize = { processId: null, rootUri: null, capabilities, initializationOptions };
    expect(await client.sendRequest('initialize', initialize)).toMatchObject({ serverInfo: { name: 'streamconn' } });
    const uri = 'file:///x.streamconn.json';
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'streamconn', version: 1, text: '{ "type": "kafka" }' },
    });
    expect(await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
      items: [{ code: 'unknown-type', message: '"kafka" is not a connection type. Gemeint ist "Kafka"?' }],
    });
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await exited).toBe(0);
  },
);
