// Starts the language server beside the extension and speaks LSP with it.
import { type ExtensionContext, l10n, window } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** The running language client; `stop()` ends the server process. */
export async function startLanguageClient(context: ExtensionContext): Promise<LanguageClient> {
  const module = context.asAbsolutePath('dist/server.js');
  const client = new LanguageClient(
    'streamconn',
    l10n.t('Stream Connections Language Server'),
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [{ language: 'streamconn' }],
      outputChannel: window.createOutputChannel(l10n.t('Stream Connections Language Server'), { log: true }),
      // The server reads no file: its words come with the first message. Nothing of them in English.
      initializationOptions: { words: l10n.bundle },
      diagnosticPullOptions: { onChange: true },
    },
  );
  await client.start();
  return client;
}
