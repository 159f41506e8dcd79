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

const uri = 'file:///bench.streamconn.json';

export interface ServerProcess {
  readonly pid: number | undefined;
  /** Opens the one document; gives its diagnostics. */
  open(text: string): Promise<DocumentDiagnosticReport>;
  /** Replaces the character there, as a keystroke does; gives the diagnostics after it. */
  type(at: Position, by: string): Promise<DocumentDiagnosticReport>;
  end(): Promise<void>;
}

/** Starts the program and initializes it. */
export async function startServerProcess(file: string): Promise<ServerProcess> {
  const server = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(server, 'exit');
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await client.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await client.sendNotification('initialized', {});
  let version = 1;
  const diagnose = () =>
    client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
  return {
    pid: server.pid,
    open: async (text) => {
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'streamconn', version, text },
      });
      return diagnose();
    },
    type: async (at, by) => {
      version += 1;
      const range = { start: at, end: { ...at, character: at.character + 1 } };
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: by }],
      });
      return diagnose();
    },
    end: async () => {
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      await exited;
      client.dispose();
    },
  };
}
