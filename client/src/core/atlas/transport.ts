// One HTTP exchange with one host, over connections that are kept for what only reads: the only file that imports undici.

import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Client, type Dispatcher } from 'undici';
import type { Failure, UnreachableCode } from '../failure.ts';
import { createDial, type Dial, type Network } from './dial.ts';
import { describeExchange, type Exchange } from './exchange.ts';
import { WithoutInterim } from './interim.ts';
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

/** What a header can hold (RFC 9110 section 5.5). */
const sendable = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Sends to the origin of `url` only. Redirects are answers like any other, TLS is always checked. */
export function createTransport(
  url: URL,
  { userAgent, onExchange, network = {}, timeout = 30_000 }: TransportOptions,
): Transport {
  const dial = createDial(url, network, Math.min(timeout, connectTimeout));
  const lines = Array.from({ length: connections }, () => new Line(url, dial));
  const free = [...lines];
  const slots = createSlots(connections);
  const closing = new AbortController();

  async function exchange({ method, path, headers, body = '', signal }: HttpRequest): Promise<HttpResult> {
    const isSendable = Object.values(headers).every((value) => sendable.test(value));
    if (!isSendable) return { kind: 'notSignedIn', code: 'unsendable' };
    const deadline = createDeadline(timeout, new Unreachable('timeout'));
    const until = AbortSignal.any([signal, deadline.signal, closing.signal]);
    // There are as many as slots; the one used last is the likeliest to be connected still.
    const line = free.pop() as Line;
    let left = false;
    try {
      const request = { method, path, body, headers: { ...headers, 'user-agent': userAgent } };
      return await line.ask(request, until, deadline.restart, () => {
        left = method !== 'GET';
      });
    } catch (error) {
      if (signal.aborted) return { kind: 'cancelled', maybeDone: left };
      return { kind: 'unreachable', code: toUnreachableCode(until.aborted ? until.reason : error), maybeDone: left };
    } finally {
      deadline.clear();
      free.push(line);
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
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

/** One connection at a time, opened when a request needs it and kept until the next one that writes. */
class Line {
  readonly #client: Client;
  /** Lets one request connect once: undici would do so over and over where a host closes before it is asked. */
  #mayDial: AbortSignal | undefined;
  #connection: Duplex | undefined;

  constructor(url: URL, dial: Dial) {
    const connect = async (): Promise<Socket> => {
      const until = this.#mayDial;
      this.#mayDial = undefined;
      if (!until) throw new Unreachable('cut-off');
      this.#connection = new WithoutInterim(await dial(until));
      // undici uses no more of a socket than any stream has.
      return this.#connection as Socket;
    };
    this.#client = new Client(url, {
      connect: (_, callback) => {
        connect().then(
          (socket) => callback(null, socket),
          (error) => callback(error, null),
        );
      },
      // The deadline of each request takes the place of undici's own timeouts, which know no end of a slow body.
      ...{ headersTimeout: 0, bodyTimeout: 0, maxResponseSize: answerLimit },
      ...{ keepAliveTimeout: idleTimeout, keepAliveMaxTimeout: idleTimeout },
    });
  }

  /**
   * Asks one thing at a time. Rejects where there is no whole answer, and as soon as the signal aborts. `onLeave` is
   * called just before the first byte of the request leaves, `onHead` when the answer's head has come.
   */
  ask(
    request: Dispatcher.DispatchOptions,
    until: AbortSignal,
    onHead: () => void,
    onLeave: () => void,
  ): Promise<Answered> {
    this.#mayDial = until;
    // A host may be ending a connection that it has kept: then nobody knows whether a write has reached it.
    if (request.method !== 'GET') this.#connection?.destroy();
    return new Promise((resolve, reject) => {
      let head: Pick<Answered, 'status' | 'headers'>;
      const chunks: Buffer[] = [];
      this.#client.dispatch(request, {
        onRequestStart: (controller) => {
          const abort = () => controller.abort(until.reason);
          if (until.aborted) return abort();
          until.addEventListener('abort', abort);
          onLeave();
        },
        onResponseStart: (_, status, headers) => {
          head = { status, headers };
          onHead();
        },
        onResponseData: (_, chunk) => {
          chunks.push(chunk);
        },
        onResponseEnd: () =>
          resolve({ kind: 'answered', ...head, text: new TextDecoder().decode(Buffer.concat(chunks)) }),
        onResponseError: (_, error) => reject(error),
      });
    });
  }

  close(): Promise<void> {
    return this.#client.destroy();
  }
}
