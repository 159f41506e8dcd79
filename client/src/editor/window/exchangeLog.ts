// The output channel: one line for each step, never a body, a header value or a secret.
import { type Disposable, type LogOutputChannel, l10n, window } from 'vscode';
import { withoutSecretParts } from '../../../../server/src/secrets.ts';
import type { Exchange } from '../../core/atlas/exchange.ts';
import { createRedactor } from '../../core/redaction/redactor.ts';

export interface ExchangeLog extends Disposable {
  exchange(exchange: Exchange): void;
  /** An exception that should not have been. */
  bug(command: string, error: unknown): void;
  /** What VS Code did not do, with its words. */
  refused(command: string, reason: string): void;
  /** From now on, no line shows these. */
  conceal(secrets: readonly string[]): void;
  show(): void;
}

export function createExchangeLog(): ExchangeLog {
  const channel: LogOutputChannel = window.createOutputChannel(l10n.t('Stream Connections'), { log: true });
  const concealed = new Set<string>();
  const redact = (text: string) => withoutSecretParts(createRedactor([...concealed])(text));
  return {
    exchange: (exchange) => channel[levelOf(exchange)](lineOf(exchange)),
    bug: (command, error) => channel.error(redact(`${command} failed: ${describeError(error)}`)),
    refused: (command, reason) => channel.error(redact(`${command} was refused: ${reason}`)),
    conceal: (secrets) => {
      for (const secret of secrets) concealed.add(secret);
    },
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}

/** What the host did not answer or refused is a warning; a challenge to sign in is none. */
function levelOf({ status, failure, signed }: Exchange): 'info' | 'warn' {
  if (status === undefined) return failure === 'cancelled' ? 'info' : 'warn';
  return status < 400 || (status === 401 && !signed) ? 'info' : 'warn';
}

function lineOf({ method, origin, path, status, errorCode, failure, milliseconds, rateLimit }: Exchange) {
  const end = [status ?? failure ?? 'no answer', ...(errorCode ? [errorCode] : [])].join(' ');
  const line = `${method} ${origin}${path} ${end} ${milliseconds} ms`;
  const isNear = rateLimit && rateLimit.remaining * 10 < rateLimit.limit;
  return isNear ? `${line}, ${rateLimit.remaining} of ${rateLimit.limit} requests left` : line;
}

/** Its name, message and place. What could not be parsed is quoted by the message, so that is left out. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const said = error instanceof SyntaxError || error.message === '' ? error.name : `${error.name}: ${error.message}`;
  return [said, ...frames].join('\n');
}
