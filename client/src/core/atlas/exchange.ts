// One exchange with the host as the log shows it: no header, no body.
import type { RateLimit } from '../failure.ts';
import { readErrorCode, readRateLimit } from './answer.ts';
import type { HttpRequest, HttpResult } from './transport.ts';

export interface Exchange {
  readonly method: string;
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  /** Whether it carried what proves who sends it; without that, a 401 is a challenge. */
  readonly signed: boolean;
  readonly status?: number;
  /** What Atlas calls the reason of a refusal. */
  readonly errorCode?: string;
  readonly failure?: string;
  readonly rateLimit?: RateLimit;
  readonly milliseconds: number;
}

/** What of it may be seen. */
export function describeExchange(
  { origin }: URL,
  { method, path, headers }: HttpRequest,
  result: HttpResult,
  milliseconds: number,
): Exchange {
  const exchange = { method, origin, path, signed: 'authorization' in headers, milliseconds };
  if (result.kind === 'cancelled') return { ...exchange, failure: 'cancelled' };
  if (result.kind !== 'answered') return { ...exchange, failure: result.code };
  const rateLimit = readRateLimit(result);
  const errorCode = readErrorCode(result);
  return {
    ...exchange,
    status: result.status,
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(rateLimit ? { rateLimit } : {}),
  };
}
