// What the commands work with; built once, in extension.ts.
import type { Memento } from 'vscode';
import type { Located, PrepareRequestResult, RefusedParams, RefusedResult } from '../../server/src/protocol.ts';
import type { AtlasSessions } from './atlasSessions.ts';
import type { CredentialStore } from './credentials/credentialStore.ts';
import type { SecretStore } from './credentials/secretStore.ts';
import type { TargetStore } from './targetStore.ts';
import type { ExchangeLog } from './ui/exchangeLog.ts';
import type { ResponseDocuments } from './ui/responseDocuments.ts';

export interface Parts {
  readonly log: ExchangeLog;
  readonly credentials: CredentialStore;
  readonly secrets: SecretStore;
  readonly targets: TargetStore;
  readonly atlas: AtlasSessions;
  readonly responses: ResponseDocuments;
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
}
