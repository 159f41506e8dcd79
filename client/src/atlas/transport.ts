// One HTTP exchange with one host: the only file that imports undici.
import './hostFetchGuard.ts';
import { Pool } from 'undici';
import type { AtlasHost } from './endpoint.ts';
import type { UnreachableCode } from './outcome.ts';

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
  readonly milliseconds: number;
}

export interface Transport {
  send(request: HttpRequest): Promise<HttpResult>;
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly userAgent: string;
  readonly onExchange: (exchange: Exchange) => void;
  /** Milliseconds to wait for the connection, then for the answer's headers, then between parts of its body. */
  readonly timeout?: number;
}

/** Bytes of an answer that are read at the most. */
const answerLimit = 10 * 1024 * 1024;

/** Sends to `host` only. Redirects are answers like any other, TLS is always checked. */
export function createTransport(
  host: AtlasHost,
  { userAgent, onExchange, timeout = 30_000 }: TransportOptions,
): Transport {
  const pool = new Pool(host, {
    connect: { timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: answerLimit,
  });
  const exchange = async ({ method, path, headers, body, signal }: HttpRequest): Promise<HttpResult> => {
    if (signal.aborted) return { kind: 'cancelled', maybeDone: false };
    try {
      const all = { ...headers, 'user-agent': userAgent };
      const answer = await pool.request({ method, path, headers: all, body: body ?? null, signal });
      const text = await answer.body.text();
      return { kind: 'answered', status: answer.statusCode, headers: answer.headers, text };
    } catch (error) {
      if (signal.aborted) return { kind: 'cancelled', maybeDone: true };
      const code = toCode(error);
      return { kind: 'unreachable', code, maybeDone: !neverSent.has(code) };
    }
  };
  return {
    send: async (request) => {
      const start = performance.now();
      const result = await exchange(request);
      const { method, path } = request;
      const milliseconds = Math.round(performance.now() - start);
      onExchange({
        method,
        path,
        milliseconds,
        ...(result.kind === 'answered' ? { status: result.status } : { failure: failureOf(result) }),
      });
      return result;
    },
    close: () => pool.close(),
  };
}

/** These come before the first byte of the request is written. */
const neverSent: ReadonlySet<UnreachableCode> = new Set(['unknown-host', 'connection-refused', 'tls']);

function failureOf(result: Exclude<HttpResult, Answered>): string {
  return result.kind === 'cancelled' ? 'cancelled' : result.code;
}

function toCode(error: unknown): UnreachableCode {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-host';
  if (['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code))
    return 'connection-refused';
  if (/CERT|^ERR_TLS|^ERR_SSL|^EPROTO|SIGNATURE/.test(code)) return 'tls';
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') return 'timeout';
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'too-large';
  if (code === 'ECONNRESET' || code.startsWith('UND_ERR_') || code.startsWith('HPE_')) return 'cut-off';
  return 'other';
}
