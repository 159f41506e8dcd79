// What the commands work with; built once, in extension.ts.
import type { Memento } from 'vscode';
import type { CompareParams, CompareResult, FileOfParams, FileOfResult } from '../../server/src/deployedProtocol.ts';
import type { NewFileResult, WholeFileParams } from '../../server/src/newFileProtocol.ts';
import type { Located, PrepareRequestResult, RefusedParams, RefusedResult } from '../../server/src/protocol.ts';
import type { AtlasSessions } from './atlasSessions.ts';
import type { CredentialStore } from './credentials/credentialStore.ts';
import type { SecretStore } from './credentials/secretStore.ts';
import type { TargetStore } from './targetStore.ts';
import type { VirtualDocuments } from './ui/documents/virtualDocuments.ts';
import type { ExchangeLog } from './ui/exchangeLog.ts';
import type { WaitingList } from './ui/status/waitingList.ts';
import type { ConnectionsView } from './view/connectionsView.ts';

export interface Parts {
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
  /** Asks the language server for the live text of an open file as a request. */
  prepareRequest(uri: string): Promise<PrepareRequestResult>;
  /** Asks it where the string at a JSON Pointer stands; null where there is none. */
  locate(uri: string, pointer: string): Promise<Located | null>;
  /** Tells it that a request for the file leaves, so that what Atlas refused of it before counts no more. */
  sending(uri: string): Promise<void>;
  /** Tells it what Atlas has refused, every secret masked. */
  refused(params: RefusedParams): Promise<RefusedResult>;
  /** Asks it what a new file can be made of. */
  newFile(): Promise<NewFileResult>;
  /** Asks it for the snippet that a new file begins with; null where there is none with that id. */
  wholeFile(params: WholeFileParams): Promise<string | null>;
  /** Asks it for the file of a connection as Atlas gives it; null where there can be none. */
  fileOf(
    connection: FileOfParams['connection'],
    like?: FileOfParams['like'],
    taken?: FileOfParams['taken'],
  ): Promise<FileOfResult | null>;
  /** Asks it what of a file differs from the connection that Atlas has; null where they cannot be read. */
  compare(params: CompareParams): Promise<CompareResult | null>;
}
