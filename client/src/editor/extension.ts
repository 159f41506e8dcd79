// Where the extension starts: builds the services, starts the language client, registers the commands.

import * as words from '@vscode/l10n';
import { type ExtensionContext, l10n, Uri } from 'vscode';
import { connectionVersion } from '../core/atlas/api.ts';
import { registerCommands } from './commands.ts';
import { registerAtlasCompletion } from './completion/atlasCompletion.ts';
import { createDocuments } from './createDocuments.ts';
import { createAtlasSessions } from './credentials/atlasSessions.ts';
import { createCredentialStore } from './credentials/credentialStore.ts';
import { onDidChangeNetwork } from './credentials/networkSettings.ts';
import { replaceAndSay } from './credentials/replaceCredential.ts';
import { askSessionOnly } from './keyring/askSessionOnly.ts';
import { createKeyring } from './keyring/keyring.ts';
import { inBackground } from './languageServer/attempt.ts';
import { createLanguageServer } from './languageServer/languageServer.ts';
import { createRulePages } from './languageServer/rulePages.ts';
import { sayServerStaysDown } from './languageServer/serverDown.ts';
import { createSecretStore } from './secrets/secretStore.ts';
import { serverContext } from './serverContext.ts';
import type { Services } from './services.ts';
import { createLanguageStatus } from './target/languageStatus.ts';
import { createTargetStore } from './target/targetStore.ts';
import { createConnectionsView } from './view/connectionsView.ts';
import { createWaitingList } from './waiting/waitingList.ts';
import { createExchangeLog } from './window/exchangeLog.ts';

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
  const waiting = createWaitingList({
    atlas,
    log,
    onEnd: view.refreshInstance,
    replaceCredential: (entry) => replaceAndSay(services, entry),
  });
  // Commands exist before the server does; one that needs it waits.
  const server = createLanguageServer({
    module: context.asAbsolutePath('dist/server.js'),
    context: () => serverContext(secretStore, targets),
    onDown: () => inBackground(log, 'activate', sayServerStaysDown(server)),
    onError: (error) => log.bug('languageServer', error),
  });
  const services: Services = {
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
    registerAtlasCompletion(services),
    createLanguageStatus(services, connectionVersion),
    ...registerCommands(services),
  );
  stop = () => Promise.allSettled([atlas.closeAll(), server.stop()]);
}

export async function deactivate(): Promise<void> {
  await stop();
}
