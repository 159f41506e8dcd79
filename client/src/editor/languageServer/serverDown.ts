// Says that the language server is not running, with what can be done about it.
import { l10n } from 'vscode';
import { say } from '../window/say.ts';
import type { LanguageServer } from './languageServer.ts';
import { type Restartable, restartLanguageServer } from './restartLanguageServer.ts';

/** It stopped too often to be restarted without being asked. */
export function sayServerStaysDown(server: Restartable & Pick<LanguageServer, 'showLog'>): Promise<void> {
  const message = l10n.t(
    'The Stream Connections language server keeps stopping, so it is not restarted automatically. Until it runs again, files are not checked and nothing can be deployed.',
  );
  return sayDown(server, message);
}

/** A command requires it. */
export function sayServerNeeded(server: Restartable & Pick<LanguageServer, 'showLog'>): Promise<void> {
  return sayDown(server, serverNeeded());
}

/** Why something that requires it was not finished, with the next step. */
export function serverNeeded(): string {
  return l10n.t(
    'The Stream Connections language server stopped, so this could not be finished. Restart it, then try again.',
  );
}

async function sayDown(server: Restartable & Pick<LanguageServer, 'showLog'>, message: string): Promise<void> {
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const answer = await say.error(message, restart, showLog);
  if (answer === restart) await restartLanguageServer({ server });
  if (answer === showLog) server.showLog();
}
