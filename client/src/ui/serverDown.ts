// Says that the language server is not there, with the ways on.
import { commands, l10n } from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { say } from './say.ts';

/** It has ended again and again. */
export function sayServerStaysDown(server: Pick<LanguageServer, 'showLog'>): Promise<void> {
  const message = l10n.t(
    'The language server of Stream Connections keeps ending, so it is not started again. Until it runs, files are not checked, and nothing can be sent.',
  );
  return sayDown(server, message);
}

/** A command needs it. */
export function sayServerNeeded(server: Pick<LanguageServer, 'showLog'>): Promise<void> {
  return sayDown(server, serverNeeded());
}

/** Why something that needs it was not finished, with the next step. */
export function serverNeeded(): string {
  return l10n.t(
    'The language server of Stream Connections has ended, so this could not be finished. Restart it, then try again.',
  );
}

async function sayDown(server: Pick<LanguageServer, 'showLog'>, message: string): Promise<void> {
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const answer = await say.error(message, restart, showLog);
  if (answer === restart) await commands.executeCommand('streamconn.restartLanguageServer');
  if (answer === showLog) server.showLog();
}
