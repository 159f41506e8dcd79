// What is done for one message or one document, kept apart from all else: an exception there is logged and ends nothing.
import * as l10n from '@vscode/l10n';
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';

export interface Isolation {
  /** The handler of a request; where it fails, the client gets an error. */
  answering<P, R>(handler: (params: P) => R | Promise<R>): (params: P) => Promise<R | ResponseError<never>>;
  /** Work that nobody waits for. */
  inBackground(work: () => Promise<unknown>): void;
  /** What `work` gives, or where it fails what stands for it. */
  orElse<R>(work: () => R | Promise<R>, instead: () => R): Promise<R>;
}

export function createIsolation(connection: Connection): Isolation {
  async function orElse<R>(work: () => R | Promise<R>, instead: () => R): Promise<R> {
    try {
      return await work();
    } catch (error) {
      connection.console.error(describe(error));
      return instead();
    }
  }
  return {
    orElse,
    answering:
      <P, R>(handler: (params: P) => R | Promise<R>) =>
      (params: P) =>
        orElse<R | ResponseError<never>>(() => handler(params), failure),
    inBackground: (work) => {
      orElse(work, () => undefined).catch(() => undefined);
    },
  };
}

function failure(): ResponseError<never> {
  const message = l10n.t('Something went wrong inside Stream Connections. Please report what the log says.');
  return new ResponseError(ErrorCodes.InternalError, message);
}

/** The kind of an error and where it came from. Its message is left out: it can quote a file, and so a secret. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
  return [error.name, ...frames].join('\n');
}
