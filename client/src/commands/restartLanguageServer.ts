// Restarts the language server. If it runs twice at once, the last restart counts, and both wait for it.
import { l10n } from 'vscode';
import type { Parts } from '../parts.ts';
import { say } from '../ui/say.ts';

export async function restartLanguageServer({ server }: Parts): Promise<void> {
  if (await server.restart()) {
    await say.information(l10n.t('The Stream Connections language server is running again.'));
  }
}
