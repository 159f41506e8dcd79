// One process of the language server, from its start to its end. What goes wrong is in the log; nobody is told here.
import { type LogOutputChannel, l10n } from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import type { Process } from './serverKeeper.ts';

export interface ServerProcess extends Process {
  /** For requests, once it has started. */
  readonly client: LanguageClient;
}

/** `module`: the file of the server. `teach` tells it, once it has the open files, what it must know before it is asked. */
export function createServerProcess(
  module: string,
  outputChannel: LogOutputChannel,
  teach: (client: LanguageClient) => Promise<void>,
): ServerProcess {
  const started = Promise.withResolvers<void>();
  /** Undefined once it knows all that is open. */
  let opening: Promise<void>[] | undefined = [];
  const client = new QuietClient(
    'streamconn',
    l10n.t('Stream Connections Language Server'),
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [{ language: 'streamconn' }],
      outputChannel,
      // The server reads no file: its words come with the first message. Nothing of them in English.
      initializationOptions: { words: l10n.bundle },
      initializationFailedHandler: () => false,
      diagnosticPullOptions: { onChange: true },
      middleware: {
        // At the start, the library lets requests overtake the files that they are about.
        didOpen: (document, next) => {
          const opened = next(document);
          opening?.push(opened);
          return opened;
        },
      },
      errorHandler: {
        error: (_error, _message, count = Number.POSITIVE_INFINITY) => ({
          action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        }),
        // The library forgets who waits for the start if it hears of the end first.
        closed: async () => {
          await started.promise;
          return { action: CloseAction.DoNotRestart, message: 'The connection to the server was closed.' };
        },
      },
    },
  );
  return {
    client,
    start: async (onEnd) => {
      client.onDidChangeState(({ oldState }) => oldState === State.Running && onEnd());
      await client.start().finally(started.resolve);
      await Promise.allSettled(opening ?? []);
      opening = undefined;
      await teach(client);
    },
    stop: () => client.stop(),
  };
}

class QuietClient extends LanguageClient {
  /** The library would put each into a message of its own. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** The library refuses to stop what has not come up. */
  override async stop(timeout?: number): Promise<void> {
    if (this.isRunning()) await super.stop(timeout);
    else this.serverProcess?.kill();
  }
}
