// The output channel: one line for each step, never a body, a header value or a secret.
import { type Disposable, type LogOutputChannel, l10n, window } from 'vscode';
import type { Exchange } from '../atlas/transport.ts';

export interface ExchangeLog extends Disposable {
  exchange(exchange: Exchange): void;
  /** An exception that should not have been: its name and place, not its message, which may hold anything. */
  bug(command: string, error: unknown): void;
  /** What VS Code did not do, with its words. */
  refused(command: string, reason: string): void;
  show(): void;
}

export function createExchangeLog(): ExchangeLog {
  const channel: LogOutputChannel = window.createOutputChannel(l10n.t('Stream Connections'), { log: true });
  return {
    exchange: ({ method, path, status, milliseconds, failure, rateLimit }) => {
      const line = `${method} ${path} ${status ?? failure ?? 'no answer'} ${milliseconds} ms`;
      const isNear = rateLimit && rateLimit.remaining * 10 < rateLimit.limit;
      channel.info(isNear ? `${line}, ${rateLimit.remaining} of ${rateLimit.limit} requests left` : line);
    },
    bug: (command, error) => {
      const place =
        error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : undefined;
      channel.error(
        [`${command} failed: ${error instanceof Error ? error.name : typeof error}`, ...(place ?? [])].join('\n'),
      );
    },
    refused: (command, reason) => channel.error(`${command} was refused: ${reason}`),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
