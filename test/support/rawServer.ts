// The built server over standard input and output, spoken to in bare JSON-RPC: what a library would not send, or not at once.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { bundles } from '../../esbuild.mjs';

export interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export interface RawServer {
  /** Writes all of it in one piece, numbered by `id` where it is a request. */
  send(...messages: readonly object[]): void;
  /** What it has said until it has answered the request of that number. */
  until(id: number): Promise<readonly Answer[]>;
  /** Its exit code. */
  readonly exited: Promise<number | null>;
  readonly said: readonly Answer[];
}

/** Builds the server into a file of that name. */
export async function buildServer(name: string): Promise<string> {
  const outfile = join(import.meta.dirname, `../../.vscode-test/unit/${name}.js`);
  await build({ ...bundles.server, outfile });
  return outfile;
}

export function startRawServer(file: string): RawServer {
  const server = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said: Answer[] = [];
  const waiting = new Map<number, () => void>();
  new StreamMessageReader(server.stdout).listen((message: Message & Answer) => {
    said.push(message);
    if (message.id !== undefined && message.method === undefined) waiting.get(message.id)?.();
  });
  return {
    said,
    exited: new Promise((resolve) => server.once('exit', resolve)),
    send: (...messages) => void server.stdin.write(framed(messages)),
    until: (id) => {
      const isThere = () => said.some((message) => message.id === id && message.method === undefined);
      return new Promise((resolve) => {
        if (isThere()) resolve(said);
        else waiting.set(id, () => resolve(said));
      });
    },
  };
}

/** The messages as they are on the wire, in one piece. */
export function framed(messages: readonly object[]): string {
  const bodies = messages.map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }));
  return bodies.map((body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`).join('');
}

/** An `initialize` request of a client with these capabilities. */
export function initialize(id: number, capabilities: object = {}): object {
  return { id, method: 'initialize', params: { processId: null, rootUri: null, capabilities } };
}
