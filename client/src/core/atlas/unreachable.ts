// What the errors of Node and of undici on the way to a host mean.
import type { UnreachableCode } from '../failure.ts';

/** An error of our own, for what only takes errors. */
export class Unreachable extends Error {
  readonly reason: UnreachableCode;

  constructor(reason: UnreachableCode) {
    super(reason);
    this.reason = reason;
  }
}

const codes: readonly (readonly [pattern: RegExp, code: UnreachableCode])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'unknown-host'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, 'connection-refused'],
  [/CERT|^ERR_TLS|^ERR_SSL|^EPROTO|SIGNATURE/, 'tls'],
  [/^(HPE_.*|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)$/, 'not-http'],
  [/^UND_ERR_RES_EXCEEDED_MAX_SIZE$/, 'too-large'],
  [/^(ECONNRESET|EPIPE|UND_ERR_.*)$/, 'cut-off'],
];

/** Why there was no answer, by the error that said so. */
export function toUnreachableCode(error: unknown): UnreachableCode {
  if (error instanceof Unreachable) return error.reason;
  const { name, code = name } = error as NodeJS.ErrnoException;
  return codes.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}
