// What the features work with; built once, in extension.ts. A function takes of it what it uses.
import type { Memento } from 'vscode';
import type { Documents } from './createDocuments.ts';
import type { AtlasSessions } from './credentials/atlasSessions.ts';
import type { CredentialStore } from './credentials/credentialStore.ts';
import type { LanguageServer, ServerRequests } from './languageServer/languageServer.ts';
import type { SecretStore } from './secrets/secretStore.ts';
import type { TargetStore } from './target/targetStore.ts';
import type { ConnectionsView } from './view/connectionsView.ts';
import type { WaitingList } from './waiting/waitingList.ts';
import type { ExchangeLog } from './window/exchangeLog.ts';

/** What is asked of the language server is here, too, and the documents. */
export interface Services extends ServerRequests, Documents {
  readonly server: Pick<LanguageServer, 'restart' | 'showLog'>;
  readonly log: ExchangeLog;
  readonly credentials: CredentialStore;
  readonly secrets: SecretStore;
  readonly targets: TargetStore;
  readonly atlas: AtlasSessions;
  /** As requests name it: the extension, its version, the system. */
  readonly userAgent: string;
  readonly view: ConnectionsView;
  /** Connections that Atlas is still setting up or taking away. */
  readonly waiting: WaitingList;
  /** Remembers, for this workspace, which of several credentials is in use. */
  readonly workspaceState: Memento;
}

/** These of them. */
export type Uses<Names extends keyof Services> = Pick<Services, Names>;
