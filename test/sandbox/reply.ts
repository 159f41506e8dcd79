// What the sandbox answers: a status, headers and a body, and Atlas' error bodies.
import type { Json } from './state.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body: string | Json;
}

/** An error body as Atlas writes it. */
export function errorReply(
  status: number,
  reason: string,
  errorCode: string,
  detail: string,
  parameters: readonly string[] = [],
): Reply {
  return { status, body: { error: status, reason, errorCode, detail, parameters } };
}

export const refusals = {
  unauthorized: errorReply(401, 'Unauthorized', 'NOT_ORG_GROUP_CREATOR', 'The resource needs another credential.'),
  forbidden: errorReply(
    403,
    'Forbidden',
    'USER_UNAUTHORIZED',
    'Current user is not authorized to perform this action.',
  ),
  noVersion: errorReply(406, 'Not Acceptable', 'INVALID_VERSION_DATE', 'Name a version in the Accept header.'),
  notJson: errorReply(400, 'Bad Request', 'MALFORMED_JSON', 'Received JSON is malformed.'),
  notFound: errorReply(404, 'Not Found', 'RESOURCE_NOT_FOUND', 'Cannot find resource.'),
  invalid: (problem: string) =>
    errorReply(
      400,
      'Bad Request',
      'VALIDATION_ERROR',
      `The request content produced the validation error: ${problem}`,
      [problem],
    ),
  noInstance: (groupId: string, name: string) =>
    errorReply(
      404,
      'Not Found',
      'STREAM_TENANT_NOT_FOUND_FOR_NAME',
      `No stream tenant ${name} in project ${groupId}.`,
      [groupId, name],
    ),
  noConnection: (name: string, groupId: string, instance: string) =>
    errorReply(404, 'Not Found', 'STREAM_CONNECTION_NOT_FOUND_FOR_NAME', `No connection ${name} in ${instance}.`, [
      name,
      groupId,
      instance,
    ]),
  nameExists: (name: string) =>
    errorReply(
      409,
      'Conflict',
      'STREAM_CONNECTION_NAME_ALREADY_EXISTS',
      `A Stream connection with the name ${name} already exists.`,
      [name],
    ),
} as const;
