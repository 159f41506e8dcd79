// Ends the language server and starts it anew. Twice at once, the later one counts, and both wait for it.
import { l10n } from 'vscode';
import type { Parts } from '../parts.ts';
import { say } from '../ui/say.ts';

export async function restartLanguageServer({ server }: Parts): Promise<void> {
  if (await server.restart()) await say.information(l10n.t('The language server of Stream Connections runs again.'));
}
