// What an error on the way to a host is told as.

import { expect, test } from 'vitest';
import { toUnreachableCode, Unreachable } from '../../../client/src/core/atlas/unreachable.ts';
import type { UnreachableCode } from '../../../client/src/core/failure.ts';

const codes: Readonly<Partial<Record<UnreachableCode, string>>> = {
  'unknown-host': 'ENOTFOUND EAI_AGAIN',
  'connection-refused': 'ECONNREFUSED EHOSTUNREACH ENETUNREACH ETIMEDOUT',
  tls: 'CERT_HAS_EXPIRED DEPTH_ZERO_SELF_SIGNED_CERT UNABLE_TO_VERIFY_LEAF_SIGNATURE ERR_TLS_CERT_ALTNAME_INVALID ERR_SSL_WRONG_VERSION_NUMBER EPROTO',
  'not-http': 'HPE_INVALID_CONSTANT HPE_HEADER_OVERFLOW UND_ERR_HEADERS_OVERFLOW',
  'too-large': 'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  'cut-off': 'ECONNRESET EPIPE UND_ERR_SOCKET UND_ERR_RES_CONTENT_LENGTH_MISMATCH UND_ERR_DESTROYED',
  other: 'EMFILE XENOTFOUND ENOTFOUNDX XUND_ERR_SOCKET',
};

test.each(Object.entries(codes).flatMap(([code, errors]) => errors.split(' ').map((error) => [error, code] as const)))(
  '%s is told as %s',
  (error, code) => {
    expect(toUnreachableCode(Object.assign(new Error('no'), { code: error }))).toBe(code);
  },
);

test('an error of our own tells its code, and one of nobody’s is another', () => {
  expect(toUnreachableCode(new Unreachable('proxy'))).toBe('proxy');
  expect(toUnreachableCode(new Error('ECONNRESET'))).toBe('other');
});
