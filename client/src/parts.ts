// What the commands work with; built once, in extension.ts.
import type { Memento } from 'vscode';
import type { AtlasSessions } from './atlasSessions.ts';
import type { CredentialStore } from './credentials/credentialStore.ts';
import type { SecretStore } from './credentials/secretStore.ts';
import type { LanguageServer, ServerRequests } from './languageServer.ts';
import type { TargetStore } from './targetStore.ts';
import type { VirtualDocuments } from './ui/documents/virtualDocuments.ts';
import type { ExchangeLog } from './ui/exchangeLog.ts';
import type { WaitingList } from './ui/status/waitingList.ts';
import type { ConnectionsView } from './view/connectionsView.ts';

/** What is asked of the language server is here, too. */
export interface Parts extends ServerRequests {
  readonly server: Pick<LanguageServer, 'restart' | 'showLog'>;
  readonly log: ExchangeLog;
  readonly credentials: CredentialStore;
  readonly secrets: SecretStore;
  readonly targets: TargetStore;
  readonly atlas: AtlasSessions;
  readonly responses: VirtualDocuments;
  readonly previews: VirtualDocuments;
  /** What came of deployments. */
  readonly summaries: VirtualDocuments;
  /** Sides of a diff. */
  readonly comparisons: VirtualDocuments;
  /** As requests name it: the extension, its version, the system. */
  readonly userAgent: string;
  readonly view: ConnectionsView;
  /** Connections that Atlas is still setting up or taking away. */
  readonly waiting: WaitingList;
  /** Remembers, for this workspace, which of several credentials is in use. */
  readonly workspaceState: Memento;
}
