// A language server in a process of its own, as an editor has it: over standard input and output.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ServerProgram } from '../contenders.ts';

export interface ServerProcess {
  readonly pid: number | undefined;
  /** Opens the document of that number; returns how many diagnostics it has. */
  open(text: string, number?: number): Promise<number>;
  /** Replaces the character there in the first document, as a keystroke does; returns how many diagnostics it has then. */
  type(at: Position, by: string): Promise<number>;
  end(): Promise<void>;
}

/** Starts the server for the time of the work. */
export async function withServer<T>(program: ServerProgram, work: (server: ServerProcess) => Promise<T>): Promise<T> {
  const server = await startServer(program);
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

/** Starts the program, initializes it, and gives it its schema. */
export async function startServer({ file, languageId, schema }: ServerProgram): Promise<ServerProcess> {
  const server = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(server, 'exit');
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  // Answers that were still to come are errors then.
  server.once('exit', () => client.dispose());
  const capabilities = { textDocument: { diagnostic: {} } };
  await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await client.sendNotification('initialized', {});
  if (schema) {
    const schemas = [{ fileMatch: ['*.streamconn.json'], url: 'bench:schema', schema }];
    const json = { validate: { enable: true }, schemas };
    await client.sendNotification('workspace/didChangeConfiguration', { settings: { json } });
  }
  let version = 1;
  const uriOf = (number: number) => `file:///${number}.streamconn.json`;
  const diagnose = async (uri: string) => {
    const report: DocumentDiagnosticReport = await client.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items.length : 0;
  };
  return {
    pid: server.pid,
    open: async (text, number = 0) => {
      const uri = uriOf(number);
      await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
      return diagnose(uri);
    },
    type: async (at, by) => {
      version += 1;
      const uri = uriOf(0);
      const range = { start: at, end: { ...at, character: at.character + 1 } };
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: by }],
      });
      return diagnose(uri);
    },
    end: async () => {
      if (server.exitCode !== null) return;
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      await exited;
    },
  };
}
