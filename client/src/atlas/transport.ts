// One HTTP exchange with one host, over connections that are kept for the next one.
import { Agent, ClientRequest, type ClientRequestArgs, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createDial, type Dial, type Network } from './dial.ts';
import { describeExchange, type Exchange } from './exchange.ts';
import type { Failure, UnreachableCode } from './outcome.ts';
import { toUnreachableCode, Unreachable } from './unreachable.ts';
import { createDeadline, createSlots } from './waiting.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export type HttpResult =
  | Answered
  | { readonly kind: 'unreachable'; readonly code: UnreachableCode; readonly maybeDone: boolean }
  | { readonly kind: 'cancelled'; readonly maybeDone: boolean }
  /** What proves who sends has characters that no header can hold, so nothing was sent. */
  | Extract<Failure, { readonly kind: 'notSignedIn' }>;

/** The same, where none of it can have been done. */
export function undone(result: HttpResult): HttpResult {
  return 'maybeDone' in result ? { ...result, maybeDone: false } : result;
}

export interface Transport {
  send(request: HttpRequest): Promise<HttpResult>;
  /** Breaks off whatever still runs. */
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly userAgent: string;
  readonly onExchange: (exchange: Exchange) => void;
  readonly network?: Network;
  /** Milliseconds until the answer begins, and again until it is complete. */
  readonly timeout?: number;
}

/** Milliseconds until there is a connection. */
const connectTimeout = 10_000;

/** Bytes of an answer that are read at the most. */
const answerLimit = 10 * 1024 * 1024;

/** Connections to the host at one time. */
const connections = 6;

/** Milliseconds that a connection is kept unused; many hosts keep theirs for five seconds. */
const idleTimeout = 4_000;

/** Sends to the origin of `url` only. Redirects are answers like any other, TLS is always checked. */
export function createTransport(
  url: URL,
  { userAgent, onExchange, network = {}, timeout = 30_000 }: TransportOptions,
): Transport {
  const agent = new KeptConnections(createDial(url, network, Math.min(timeout, connectTimeout)));
  const slots = createSlots(connections);
  const closing = new AbortController();

  async function exchange({ method, path, headers, body = '', signal }: HttpRequest): Promise<HttpResult> {
    const deadline = createDeadline(timeout, new Unreachable('timeout'));
    const until = AbortSignal.any([signal, deadline.signal, closing.signal]);
    const length = method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    let left = false;
    try {
      const request = new ClientRequest({
        // An agent is not told of `signal`.
        ...{ agent, method, path, signal: until, until },
        headers: { ...headers, ...length, host: url.host, 'user-agent': userAgent },
      });
      // There is a connection, over which the first byte goes next.
      request.once('socket', () => {
        left = method !== 'GET';
      });
      request.end(body);
      const answer = await answerTo(request);
      deadline.restart();
      const text = await readBody(answer);
      return { kind: 'answered', status: answer.statusCode ?? 0, headers: answer.headers, text };
    } catch (error) {
      if (signal.aborted) return { kind: 'cancelled', maybeDone: left };
      if (isInvalidHeader(error)) return { kind: 'notSignedIn', code: 'unsendable' };
      return { kind: 'unreachable', code: toUnreachableCode(until.aborted ? until.reason : error), maybeDone: left };
    } finally {
      deadline.clear();
    }
  }

  return {
    send: async (request) => {
      if (request.signal.aborted) return { kind: 'cancelled', maybeDone: false };
      const start = performance.now();
      const result = await slots.run(() => exchange(request), request.signal);
      onExchange(describeExchange(url, request, result, Math.round(performance.now() - start)));
      return result;
    },
    close: async () => {
      closing.abort(new Unreachable('cut-off'));
      agent.destroy();
    },
  };
}

/** Connections that are used again. No request waits in here: one that is cancelled would be connected all the same. */
class KeptConnections extends Agent {
  readonly #dial: Dial;

  constructor(dial: Dial) {
    super({ keepAlive: true, timeout: idleTimeout });
    this.#dial = dial;
  }

  override createConnection(
    { until }: ClientRequestArgs & { readonly until: AbortSignal },
    callback: (error: Error | null, connection: Duplex) => void,
  ): undefined {
    this.#dial(until).then((socket) => callback(null, socket), callback as (error: Error) => void);
  }

  override keepSocketAlive(socket: Duplex) {
    // What comes while nothing has been asked is no answer to what is asked next.
    socket.on('data', destroyThis);
    return super.keepSocketAlive(socket);
  }

  override reuseSocket(socket: Duplex, request: ClientRequest): void {
    socket.off('data', destroyThis);
    super.reuseSocket(socket, request);
  }
}

function destroyThis(this: Duplex): void {
  this.destroy();
}

/** The answer's head; informational ones that come before it are passed over. */
function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    request.once('close', () => reject(new Unreachable('cut-off')));
  });
}

async function readBody(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    length += chunk.length;
    if (length > answerLimit) throw new Unreachable('too-large');
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function isInvalidHeader(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_INVALID_CHAR';
}
