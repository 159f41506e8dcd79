// What the sandbox answers: a status, headers and a body, and Atlas' error bodies.
import type { Json } from './state.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body: string | Json;
}

type Parameters = readonly (string | number)[];

/** An error body as Atlas writes it. */
export function errorReply(
  status: number,
  reason: string,
  errorCode: string,
  detail: string,
  parameters: Parameters = [],
): Reply {
  return { status, body: { error: status, reason, errorCode, detail, parameters } };
}

const badRequest = (errorCode: string, detail: string, parameters: Parameters = []) =>
  errorReply(400, 'Bad Request', errorCode, detail, parameters);
const conflict = (errorCode: string, detail: string, parameters: Parameters) =>
  errorReply(409, 'Conflict', errorCode, detail, parameters);
const notFound = (errorCode: string, detail: string, parameters: Parameters = []) =>
  errorReply(404, 'Not Found', errorCode, detail, parameters);
const forbidden = (errorCode: string, detail: string, parameters: Parameters = []) =>
  errorReply(403, 'Forbidden', errorCode, detail, parameters);

export const refusals = {
  unauthorized: errorReply(401, 'Unauthorized', 'NOT_ORG_GROUP_CREATOR', 'The resource needs another credential.'),
  forbidden: forbidden('USER_UNAUTHORIZED', 'Current user is not authorized to perform this action.'),
  noVersion: errorReply(406, 'Not Acceptable', 'INVALID_VERSION_DATE', 'Invalid accept header or version date.'),
  notJson: badRequest('MALFORMED_JSON', 'Received JSON is malformed.'),
  unknownParameter: (name: string) =>
    badRequest('INVALID_QUERY_PARAMETER', `Invalid query parameter ${name} specified.`, [name]),
  notFound: notFound('RESOURCE_NOT_FOUND', 'Cannot find resource.'),
  invalid: (problem: string) =>
    badRequest('VALIDATION_ERROR', `The request content produced the validation error: ${problem}`, [problem]),
  // Which code Atlas gives here is not public.
  readOnly: (attribute: string) => badRequest('ATTRIBUTE_READ_ONLY', `${attribute} cannot be changed.`, [attribute]),
  networkingFixed: (name: string, instance: string) =>
    badRequest('STREAM_NETWORKING_CANNOT_BE_MODIFIED', 'Stream networking cannot be modified.', [instance, name]),
  noInstance: (groupId: string, name: string) =>
    notFound('STREAM_TENANT_NOT_FOUND_FOR_NAME', `No stream tenant ${name} in project ${groupId}.`, [groupId, name]),
  noConnection: (name: string, groupId: string, instance: string) =>
    notFound('STREAM_CONNECTION_NOT_FOUND_FOR_NAME', `No connection ${name} in ${instance}.`, [
      name,
      groupId,
      instance,
    ]),
  nameExists: (name: string) =>
    conflict('STREAM_CONNECTION_NAME_ALREADY_EXISTS', `A Stream connection with the name ${name} already exists.`, [
      name,
    ]),
  deploying: (name: string) =>
    conflict('STREAM_KAFKA_CONNECTION_IS_DEPLOYING', `Stream Kafka connection ${name} is still deploying.`, [name]),
  inUse: (name: string, instance: string) =>
    forbidden(
      'STREAM_CONNECTION_HAS_STREAM_PROCESSORS',
      `Stream connection ${name} in stream workspace ${instance} has active processors.`,
      [name, instance],
    ),
} as const;

interface RateLimited {
  /** What was asked for too often, without the leading slash. */
  readonly endpoint?: string;
  /** Seconds, or the date that `Retry-After` shall name; without it there is no such header. */
  readonly retryAfter?: number | Date;
  readonly capacity?: number;
  readonly refill?: number;
  readonly seconds?: number;
}

/** 429 as a token bucket gives it: capacity 1200, refilled by 500 in 60 seconds unless said otherwise. */
export function rateLimited({
  endpoint = 'api/atlas/v2/groups',
  retryAfter,
  capacity = 1200,
  refill = 500,
  seconds = 60,
}: RateLimited = {}): Reply {
  const wait =
    retryAfter instanceof Date ? Math.max(0, Math.ceil((retryAfter.getTime() - Date.now()) / 1000)) : (retryAfter ?? 0);
  return {
    ...errorReply(
      429,
      'Too Many Requests',
      'RATE_LIMITED_TOKEN_BUCKET',
      `Too many requests to ${endpoint}. Try again in ${wait} seconds. Capacity ${capacity}, refilled by ${refill} every ${seconds} seconds.`,
      [endpoint, wait, capacity, refill, seconds],
    ),
    headers: {
      'ratelimit-limit': String(capacity),
      'ratelimit-remaining': '0',
      ...(retryAfter === undefined
        ? {}
        : { 'retry-after': retryAfter instanceof Date ? retryAfter.toUTCString() : String(retryAfter) }),
    },
  };
}

/** What a token endpoint in trouble answers; for a `reply` fault armed with `isTokenRequest`. */
export const tokenReplies = {
  unknownClient: errorReply(401, 'Unauthorized', 'INVALID_CLIENT', 'Unknown client id or wrong secret.'),
  rateLimited: errorReply(429, 'Too Many Requests', 'RATE_LIMITED', 'More than 50 tokens in a minute.', [
    '/api/oauth/token',
  ]),
  broken: errorReply(500, 'Internal Server Error', 'UNEXPECTED_ERROR', 'No token can be made now.'),
  notJson: { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Sign in</p>' },
  withoutToken: { status: 200, body: { token_type: 'Bearer', expires_in: 3600 } },
} as const satisfies Record<string, Reply>;
