// How failures are worded: what happened, what Atlas says, what to do next.

import { expect, test } from 'vitest';
import type { AtlasApiError, Failure } from '../../client/src/core/failure.ts';
import { describeFailure } from '../../client/src/core/failureText.ts';

const refused = (error: Omit<AtlasApiError, 'body'>): Failure => ({ kind: 'refused', error: { body: '', ...error } });

test.each<[Failure, string]>([
  [
    refused({ status: 400, reason: 'Bad Request', errorCode: 'VALIDATION_ERROR', detail: 'Invalid bootstrapServers.' }),
    'Atlas refused with 400: Bad Request (VALIDATION_ERROR): Invalid bootstrapServers.',
  ],
  [refused({ status: 400 }), 'Atlas refused with 400.'],
  [
    refused({ status: 401 }),
    'Atlas refused with 401. The credential is wrong, belongs to another Atlas, or the project id is mistyped: Atlas answers all alike. Replace the credential, or choose the target anew. The IP address that requests come from must also be on the project’s IP access list.',
  ],
  [
    refused({ status: 409, errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS' }),
    'Atlas refused with 409: (STREAM_CONNECTION_NAME_ALREADY_EXISTS). Give the connection another name, or update the one that has it.',
  ],
  [refused({ status: 429 }), 'Atlas refused with 429. Too many requests: wait a minute and try again.'],
  [
    refused({ status: 429, retryAfter: 11_500, rateLimit: { limit: 1200, remaining: 0 } }),
    'Atlas refused with 429. Atlas allows 1200 requests for now: try again in 12 s.',
  ],
  [
    refused({ status: 400, badRequestDetail: { fields: [{ field: 'url', description: 'must not be empty.' }] } }),
    'Atlas refused with 400: url: must not be empty.',
  ],
  [
    { kind: 'unusableName', name: '..' },
    'Nothing was sent: “..” cannot be part of an address in Atlas. Use another name.',
  ],
  [
    { kind: 'notSignedIn', code: 'no-token' },
    'Not signed in. Atlas returned no access token that can be used. Replace the credential and try again.',
  ],
  [{ kind: 'cancelled', maybeDone: false }, 'Cancelled. Nothing was done in Atlas.'],
])('%j', (failure, expected) => {
  expect(describeFailure(failure)).toBe(expected);
});

test.each<[Failure, RegExp]>([
  [
    refused({ status: 403 }),
    /Project Owner or Project Stream Processing Owner.*Stream Processing Manager.*IP access list/,
  ],
  [refused({ status: 404, errorCode: 'GROUP_NOT_FOUND' }), /Choose the target anew/],
  [refused({ status: 404 }), /proxy or a sign-in page may stand in between/],
  [refused({ status: 403, errorCode: 'STREAM_CONNECTION_HAS_STREAM_PROCESSORS' }), /Stop the stream processors/],
  [refused({ status: 409, errorCode: 'STREAM_KAFKA_CONNECTION_IS_DEPLOYING' }), /try again in some minutes/],
  [refused({ status: 400, errorCode: 'STREAM_NETWORKING_CANNOT_BE_MODIFIED' }), /delete the connection and create it/],
  [
    refused({ status: 400, errorCode: 'STREAM_NETWORKING_ACCESS_TYPE_CANNOT_BE_MODIFIED' }),
    /delete the connection and create it/,
  ],
  [refused({ status: 404, errorCode: 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME' }), /no such connection/],
  [refused({ status: 410, errorCode: 'VERSION_GONE' }), /update this extension/],
  [refused({ status: 418, errorCode: 'NEVER_HEARD_OF' }), /^Atlas refused with 418: \(NEVER_HEARD_OF\)\.$/],
  [refused({ status: 500 }), /fault is on Atlas’ side/],
  [{ kind: 'unreachable', code: 'connection-refused', maybeDone: false }, /^Atlas cannot be reached.*try again\.$/],
  [{ kind: 'unreachable', code: 'cut-off', maybeDone: true }, /broke off.*look in Atlas before you try again/],
  [{ kind: 'unreachable', code: 'proxy', maybeDone: false }, /http\.proxyAuthorization/],
  [{ kind: 'unreachable', code: 'tls', maybeDone: false }, /streamconn\.atlas\.caFile/],
  [{ kind: 'unreachable', code: 'not-json', maybeDone: true }, /not JSON.*look in Atlas/],
  [{ kind: 'cancelled', maybeDone: true }, /^Cancelled after.*look in Atlas/],
])('%j says what to do', (failure, expected) => {
  expect(describeFailure(failure)).toMatch(expected);
});
