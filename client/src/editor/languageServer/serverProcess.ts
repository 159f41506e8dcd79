// One process of the language server, from its start to its end. Errors go to its log only, without a message.
import { type LogOutputChannel, l10n } from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, State, TransportKind, vsdiag } from 'vscode-languageclient/node';
import { isOwnFile } from '../files/workspaceFile.ts';
import { linkToRulePage } from './rulePages.ts';
import type { Process } from './serverKeeper.ts';

export interface ServerProcess extends Process {
  /** For requests, once it has started. */
  readonly client: LanguageClient;
}

/** `module`: the file of the server. `teach` is called before the first request, when the server has the open files. */
export function createServerProcess(
  module: string,
  outputChannel: LogOutputChannel,
  teach: (client: LanguageClient) => Promise<void>,
): ServerProcess {
  const started = Promise.withResolvers<void>();
  /** Undefined once the server has all open files. */
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
        // What another extension shows of a file, such as an older version of it, is checked, and not acted upon.
        provideCodeLenses: (document, token, next) => (isOwnFile(document.uri) ? next(document, token) : undefined),
        provideCodeActions: (document, range, context, token, next) =>
          isOwnFile(document.uri) ? next(document, range, context, token) : undefined,
        // At the start, requests of the library can overtake the notifications of the files that they are about.
        didOpen: (document, next) => {
          const opened = next(document);
          opening?.push(opened);
          return opened;
        },
        provideDiagnostics: async (document, previousResultId, token, next) => {
          const report = await next(document, previousResultId, token);
          if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) report.items.forEach(linkToRulePage);
          return report;
        },
      },
      errorHandler: {
        error: (_error, _message, count = Number.POSITIVE_INFINITY) => ({
          action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        }),
        // If this came first, `start` of the library would never reject.
        closed: async () => {
          await started.promise;
          return {
            action: CloseAction.DoNotRestart,
            message: l10n.t('The connection to the language server was closed.'),
          };
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
  /** Without this, the library shows messages of its own. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** The library cannot stop a server that has not started. */
  override async stop(timeout?: number): Promise<void> {
    if (this.isRunning()) await super.stop(timeout);
    else this.serverProcess?.kill();
  }
}
