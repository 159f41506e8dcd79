// A whole LSP conversation in memory: a client and our server over two streams.
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createIncoming } from '../../server/src/incoming.ts';
import { type ServerOptions, startServer } from '../../server/src/server.ts';

export interface LspSession {
  readonly client: ProtocolConnection;
  readonly server: InitializeResult;
  open(uri: string, text: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  end(): void;
}

/** Starts a server and initializes it as a client with these capabilities, which answers these requests, would. */
export async function startSession(
  capabilities: ClientCapabilities,
  answers: Readonly<Record<string, () => unknown>> = {},
  initializationOptions?: unknown,
  options: ServerOptions = {},
): Promise<LspSession> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(toServer, toClient, createIncoming()), options);
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  for (const [method, answer] of Object.entries(answers)) client.onRequest(method, answer);
  client.listen();
  const server = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  await client.sendNotification(InitializedNotification.type, {});
  return {
    client,
    server,
    open: (uri, text) =>
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'streamconn', version: 1, text },
      }),
    change: (uri, version, text) =>
      client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    close: (uri) => client.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    end: () => client.dispose(),
  };
}
