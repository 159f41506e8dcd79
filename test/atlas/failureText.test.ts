// How failures are worded: what happened, what Atlas says, what to do next.
import { expect, test } from 'vitest';
import { describeFailure } from '../../client/src/atlas/failureText.ts';
import type { AtlasApiError, Failure } from '../../client/src/atlas/outcome.ts';

const refused = (error: Omit<AtlasApiError, 'body'>): Failure => ({ kind: 'refused', error: { body: '', ...error } });

test.each<[Failure, string]>([
  [
    refused({ status: 400, reason: 'Bad Request', errorCode: 'VALIDATION_ERROR', detail: 'Invalid bootstrapServers.' }),
    'Atlas refused with 400: Bad Request (VALIDATION_ERROR): Invalid bootstrapServers.',
  ],
  [refused({ status: 400 }), 'Atlas refused with 400.'],
  [
    refused({ status: 401 }),
    'Atlas refused with 401. The credential is wrong, or the project id is: Atlas answers both alike. Replace the credential or choose the target anew.',
  ],
  [
    refused({ status: 409, errorCode: 'STREAM_CONNECTION_NAME_ALREADY_EXISTS' }),
    'Atlas refused with 409: (STREAM_CONNECTION_NAME_ALREADY_EXISTS). Give the connection another name, or delete the one that has it.',
  ],
  [refused({ status: 429 }), 'Atlas refused with 429. Too many requests: wait a minute and try again.'],
  [refused({ status: 429, retryAfter: 12 }), 'Atlas refused with 429. Too many requests: try again in 12 seconds.'],
  [
    { kind: 'notSignedIn', reason: 'Atlas answered without a token.' },
    'Not signed in. Atlas answered without a token. Replace the credential and try again.',
  ],
  [{ kind: 'cancelled', maybeDone: false }, 'Cancelled. Nothing was sent.'],
])('%j', (failure, expected) => {
  expect(describeFailure(failure)).toBe(expected);
});

test.each<[Failure, RegExp]>([
  [refused({ status: 403 }), /Project Owner or Project Stream Processing Owner.*IP access list/],
  [refused({ status: 404 }), /Choose the target anew/],
  [refused({ status: 500 }), /fault is on Atlas’ side/],
  [{ kind: 'unreachable', code: 'connection-refused', maybeDone: false }, /^Atlas cannot be reached.*try again\.$/],
  [{ kind: 'unreachable', code: 'cut-off', maybeDone: true }, /broke off.*look in Atlas before you try again/],
  [{ kind: 'unreachable', code: 'not-json', maybeDone: true }, /not JSON.*look in Atlas/],
  [{ kind: 'cancelled', maybeDone: true }, /^Cancelled after.*look in Atlas/],
])('%j says what to do', (failure, expected) => {
  expect(describeFailure(failure)).toMatch(expected);
});
