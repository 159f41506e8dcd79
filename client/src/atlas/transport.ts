// One HTTP exchange with one host: the only file that imports undici.
import './hostFetchGuard.ts';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { createSecureContext, type SecureContext } from 'node:tls';
import { type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import { readRateLimit } from './answer.ts';
import type { RateLimit, UnreachableCode } from './outcome.ts';
import type { HttpProxy } from './proxy.ts';
import { trustedRoots } from './trust.ts';
import { createDeadline, untilAborted } from './waiting.ts';

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
  | { readonly kind: 'cancelled'; readonly maybeDone: boolean };

/** One exchange as the log shows it: no header, no body. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly status?: number;
  readonly failure?: string;
  readonly rateLimit?: RateLimit;
  readonly milliseconds: number;
}

export interface Transport {
  send(request: HttpRequest): Promise<HttpResult>;
  /** Breaks off whatever still runs. */
  close(): Promise<void>;
}

/** The way to the host: through a proxy or not, and which certificates it may show. */
export interface Network {
  readonly proxy?: HttpProxy;
  /** Certificates in PEM that are trusted besides those of Node and of this machine. */
  readonly authorities?: readonly string[];
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

/** Sends to the origin of `url` only. Redirects are answers like any other, TLS is always checked. */
export function createTransport(
  url: URL,
  { userAgent, onExchange, network = {}, timeout = 30_000 }: TransportOptions,
): Transport {
  const dispatcher = createDispatcher(url, network, timeout);
  const exchange = async ({ method, path, headers, body, signal }: HttpRequest): Promise<HttpResult> => {
    const deadline = createDeadline(timeout);
    const departing = method === 'GET' ? undefined : createDeparting(body);
    const fail = (error?: unknown): HttpResult => {
      const maybeDone = departing?.left ?? false;
      if (signal.aborted) return { kind: 'cancelled', maybeDone };
      return { kind: 'unreachable', code: deadline.signal.aborted ? 'timeout' : toCode(error), maybeDone };
    };
    const sending = dispatcher.request({
      ...{ origin: url, method, path, body: departing?.body ?? null },
      headers: { ...headers, ...departing?.headers, 'user-agent': userAgent },
      signal: AbortSignal.any([signal, deadline.signal]),
    });
    try {
      // undici ends a request that is aborted before there is a connection only once there is one.
      const answer = await untilAborted(sending, signal, deadline.signal);
      if ('kind' in answer) return fail();
      deadline.restart();
      const text = await answer.body.text();
      return { kind: 'answered', status: answer.statusCode, headers: answer.headers, text };
    } catch (error) {
      return fail(error);
    } finally {
      deadline.clear();
    }
  };
  return {
    send: async (request) => {
      if (request.signal.aborted) return { kind: 'cancelled', maybeDone: false };
      const start = performance.now();
      const result = await exchange(request);
      onExchange(describe(request, result, Math.round(performance.now() - start)));
      return result;
    },
    close: () => dispatcher.destroy(),
  };
}

function createDispatcher(url: URL, { proxy, authorities = [] }: Network, timeout: number): Dispatcher {
  const isSecure = url.protocol === 'https:' || proxy?.url.startsWith('https:');
  const secureContext: SecureContext | undefined = isSecure
    ? createSecureContext({ ca: trustedRoots(authorities) })
    : undefined;
  const connect = {
    timeout: Math.min(timeout, connectTimeout),
    // Said here, for otherwise a variable of the environment could turn the check off.
    rejectUnauthorized: true,
    ...(secureContext ? { secureContext } : {}),
  };
  // The deadline of each request takes the place of undici's own timeouts, which know no end of a slow body.
  const limits = { connections, headersTimeout: 0, bodyTimeout: 0, maxResponseSize: answerLimit };
  if (!proxy) return new Pool(url, { ...limits, connect });
  return new EnvHttpProxyAgent({
    ...limits,
    ...{ httpProxy: proxy.url, httpsProxy: proxy.url, noProxy: proxy.noProxy.join(',') },
    ...(proxy.authorization ? { token: proxy.authorization } : {}),
    connect,
    proxyTls: connect,
    requestTls: isIP(url.hostname) ? connect : { ...connect, servername: url.hostname },
    // A proxy that does not answer CONNECT is as good as none.
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: connect.timeout }),
  });
}

/** A request's body that knows whether it was asked for, which is just before the first byte of the request leaves. */
function createDeparting(text = '') {
  const bytes = Buffer.from(text);
  const body = new Readable({
    read: () => {
      departing.left = true;
      body.push(bytes);
      body.push(null);
    },
  });
  const departing = { left: false, body, headers: { 'content-length': String(bytes.byteLength) } };
  return departing;
}

function describe({ method, path }: HttpRequest, result: HttpResult, milliseconds: number): Exchange {
  const exchange = { method, path, milliseconds };
  if (result.kind === 'cancelled') return { ...exchange, failure: 'cancelled' };
  if (result.kind === 'unreachable') return { ...exchange, failure: result.code };
  const rateLimit = readRateLimit(result);
  return { ...exchange, status: result.status, ...(rateLimit ? { rateLimit } : {}) };
}

const codes: readonly (readonly [pattern: RegExp, code: UnreachableCode])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'unknown-host'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/, 'connection-refused'],
  [/CERT|^ERR_TLS|^ERR_SSL|^EPROTO|SIGNATURE/, 'tls'],
  [/^UND_ERR_HEADERS_TIMEOUT$/, 'proxy'],
  [/^UND_ERR_RES_EXCEEDED_MAX_SIZE$/, 'too-large'],
  [/^HTTPParserError$|^UND_ERR_HEADERS_OVERFLOW$/, 'not-http'],
  [/^(ECONNRESET|EPIPE|UND_ERR_.*)$/, 'cut-off'],
];

function toCode(error: unknown): UnreachableCode {
  const { name, code = name, message } = error as NodeJS.ErrnoException;
  if (/^Proxy response \(\d+\)/.test(message)) return 'proxy';
  return codes.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}
