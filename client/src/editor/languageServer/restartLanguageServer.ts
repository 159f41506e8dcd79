// Restarts the language server. If it runs twice at once, the last restart counts, and both wait for it.
import { l10n } from 'vscode';
import { say } from '../window/say.ts';
import type { LanguageServer } from './languageServer.ts';

export type Restartable = Pick<LanguageServer, 'restart'>;

export async function restartLanguageServer({ server }: { readonly server: Restartable }): Promise<void> {
  if (await server.restart()) {
    await say.information(l10n.t('The Stream Connections language server is running again.'));
  }
}
