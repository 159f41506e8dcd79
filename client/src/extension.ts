// Where the extension starts: builds the parts, starts the language client, registers the commands.

import * as words from '@vscode/l10n';
import { type ExtensionContext, l10n, Uri } from 'vscode';
import { registerAtlasCompletion } from './atlasCompletion.ts';
import { createAtlasSessions } from './atlasSessions.ts';
import { inBackground } from './attempt.ts';
import { registerCommands } from './commands.ts';
import { connectionVersion } from './core/atlas/api.ts';
import { createCredentialStore } from './credentials/credentialStore.ts';
import { createKeyring } from './credentials/keyring.ts';
import { createSecretStore } from './credentials/secretStore.ts';
import { createLanguageServer } from './languageServer.ts';
import { onDidChangeNetwork } from './networkSettings.ts';
import type { Parts } from './parts.ts';
import { serverContext } from './serverContext.ts';
import { createTargetStore } from './targetStore.ts';
import { askSessionOnly } from './ui/credentials/askSessionOnly.ts';
import { createDocuments } from './ui/documents/createDocuments.ts';
import { createRulePages } from './ui/documents/rulePages.ts';
import { createExchangeLog } from './ui/exchangeLog.ts';
import { sayServerStaysDown } from './ui/serverDown.ts';
import { createLanguageStatus } from './ui/status/languageStatus.ts';
import { createWaitingList } from './ui/status/waitingList.ts';
import { createConnectionsView } from './view/connectionsView.ts';

let stop: () => Promise<unknown> = async () => undefined;

export function activate(context: ExtensionContext): void {
  // Files that know nothing of VS Code have their words from here; there are none where it speaks English.
  if (l10n.bundle) words.config({ contents: l10n.bundle });
  const { secrets, workspaceState, subscriptions, extension } = context;
  const log = createExchangeLog();
  const keyring = createKeyring(secrets, askSessionOnly);
  const credentials = createCredentialStore(keyring);
  const secretStore = createSecretStore(keyring);
  const targets = createTargetStore(workspaceState);
  const documents = createDocuments();
  const userAgent = `streamconn/${extension.packageJSON.version} (${process.platform}; ${process.arch})`;
  const atlas = createAtlasSessions(credentials, log, userAgent);
  const view = createConnectionsView(credentials, atlas, log);
  const waiting = createWaitingList(atlas, log, view.refreshInstance);
  // Commands exist before the server does; one that needs it waits.
  const server = createLanguageServer({
    module: context.asAbsolutePath('dist/server.js'),
    context: () => serverContext(secretStore, targets),
    onDown: () => inBackground(log, 'activate', sayServerStaysDown(server)),
    onError: (error) => log.bug('languageServer', error),
  });
  const parts: Parts = {
    ...server.requests,
    server,
    log,
    credentials,
    secrets: secretStore,
    targets,
    atlas,
    ...documents,
    userAgent,
    view,
    waiting,
    workspaceState,
  };
  subscriptions.push(
    log,
    server,
    ...Object.values(documents),
    createRulePages(Uri.joinPath(context.extensionUri, 'docs/rules.md')),
    view,
    waiting,
    targets.onDidChange(server.tellContext),
    targets.onDidChange(() => server.forgetRefusalsElsewhere(targets.get)),
    secretStore.onDidChange(server.tellContext),
    credentials.onDidChange((id) => inBackground(log, 'activate', atlas.closeIfChanged(id))),
    onDidChangeNetwork(() => inBackground(log, 'activate', atlas.closeAll())),
    registerAtlasCompletion(parts),
    createLanguageStatus(parts, connectionVersion),
    ...registerCommands(parts),
  );
  stop = () => Promise.allSettled([atlas.closeAll(), server.stop()]);
}

export async function deactivate(): Promise<void> {
  await stop();
}
