// Where the extension starts: builds the parts, starts the language client, registers the commands.
import * as words from '@vscode/l10n';
import { type ExtensionContext, l10n } from 'vscode';
import {
  type CompareResult,
  compareMethod,
  type FileOfResult,
  fileOfMethod,
} from '../../server/src/deployedProtocol.ts';
import { type NewFileResult, newFileMethod, wholeFileMethod } from '../../server/src/newFileProtocol.ts';
import {
  type ContextParams,
  contextMethod,
  type Located,
  locateMethod,
  type PrepareRequestResult,
  prepareRequestMethod,
  type RefusedResult,
  refusedMethod,
  sendingMethod,
} from '../../server/src/protocol.ts';
import { connectionVersion } from './atlas/api.ts';
import { registerAtlasCompletion } from './atlasCompletion.ts';
import { createAtlasSessions } from './atlasSessions.ts';
import { registerCommands } from './commands/index.ts';
import { createCredentialStore } from './credentials/credentialStore.ts';
import { createKeyring } from './credentials/keyring.ts';
import { createSecretStore } from './credentials/secretStore.ts';
import { startLanguageClient } from './languageClient.ts';
import { onDidChangeNetwork } from './networkSettings.ts';
import type { Parts } from './parts.ts';
import { createTargetStore } from './targetStore.ts';
import { askSessionOnly } from './ui/credentials/askSessionOnly.ts';
import { createComparisonDocuments } from './ui/documents/comparisonDocuments.ts';
import { createPreviewDocuments } from './ui/documents/previewDocuments.ts';
import { createResponseDocuments } from './ui/documents/responseDocuments.ts';
import { createSummaryDocuments } from './ui/documents/summaryDocuments.ts';
import { createExchangeLog } from './ui/exchangeLog.ts';
import { createLanguageStatus } from './ui/status/languageStatus.ts';
import { createWaitingList } from './ui/status/waitingList.ts';
import { createConnectionsView } from './view/connectionsView.ts';

let stop: () => Promise<unknown> = async () => undefined;

export function activate(context: ExtensionContext): void {
  // Files that know nothing of VS Code have their words from here; there are none where it speaks English.
  if (l10n.bundle) words.config({ contents: l10n.bundle });
  const { secrets, globalState, workspaceState, subscriptions, extension } = context;
  const log = createExchangeLog();
  const keyring = createKeyring(secrets, askSessionOnly);
  const credentials = createCredentialStore(keyring, globalState);
  const secretStore = createSecretStore(keyring, globalState);
  const targets = createTargetStore(workspaceState);
  const responses = createResponseDocuments();
  const previews = createPreviewDocuments();
  const summaries = createSummaryDocuments();
  const comparisons = createComparisonDocuments();
  const userAgent = `streamconn/${extension.packageJSON.version} (${process.platform}; ${process.arch})`;
  const atlas = createAtlasSessions(credentials, log, userAgent);
  const view = createConnectionsView(credentials, atlas);
  const waiting = createWaitingList(credentials, atlas, view.refreshInstance);
  // Commands exist before the server does; one that needs it waits.
  const starting = startLanguageClient(context);
  const parts: Parts = {
    log,
    credentials,
    secrets: secretStore,
    targets,
    atlas,
    responses,
    previews,
    summaries,
    comparisons,
    userAgent,
    view,
    waiting,
    workspaceState,
    prepareRequest: async (uri) => (await starting).sendRequest<PrepareRequestResult>(prepareRequestMethod, { uri }),
    locate: async (uri, pointer) => (await starting).sendRequest<Located | null>(locateMethod, { uri, pointer }),
    sending: async (uri) => (await starting).sendNotification(sendingMethod, { uri }),
    refused: async (params) => (await starting).sendRequest<RefusedResult>(refusedMethod, params),
    newFile: async () => (await starting).sendRequest<NewFileResult>(newFileMethod),
    wholeFile: async (params) => (await starting).sendRequest<string | null>(wholeFileMethod, params),
    fileOf: async (connection, like, taken) =>
      (await starting).sendRequest<FileOfResult | null>(fileOfMethod, { connection, like, taken }),
    compare: async (params) => (await starting).sendRequest<CompareResult | null>(compareMethod, params),
  };
  const sendContext = async () => {
    const title = targets.title();
    const params: ContextParams = { secretNames: secretStore.names(), ...(title ? { targetTitle: title } : {}) };
    await (await starting).sendNotification(contextMethod, params);
  };
  void sendContext();
  subscriptions.push(log, responses, previews, summaries, comparisons, view, waiting);
  subscriptions.push(
    targets.onDidChange(() => void sendContext()),
    secretStore.onDidChange(() => void sendContext()),
    credentials.onDidChange((id) => void atlas.closeIfChanged(id)),
    onDidChangeNetwork(() => void atlas.closeAll()),
    registerAtlasCompletion(parts, starting),
    createLanguageStatus(parts, connectionVersion),
    ...registerCommands(parts),
  );
  stop = () => Promise.allSettled([atlas.closeAll(), starting.then((client) => client.stop())]);
}

export async function deactivate(): Promise<void> {
  await stop();
}
