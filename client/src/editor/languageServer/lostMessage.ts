// Tells a message to the language server that was lost from one that failed.
import { ConnectionError, ErrorCodes, ResponseError } from 'vscode-languageclient/node';

const lost: readonly number[] = [
  ErrorCodes.MessageWriteError,
  ErrorCodes.MessageReadError,
  ErrorCodes.PendingResponseRejected,
  ErrorCodes.ConnectionInactive,
];

/** Whether there is no answer because the server ended. */
export function isLost(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ResponseError && lost.includes(error.code));
}
