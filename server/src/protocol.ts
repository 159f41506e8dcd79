// What client and server say to each other beyond LSP: each request and notification, its parameters and its result.
import { type CompletionItem, NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Placeholder } from './placeholder.ts';
import type { SecretPlace } from './secrets.ts';

/** Request: the live text of an open file, checked and made ready to send. */
export const prepareRequest = new RequestType<PrepareRequestParams, PrepareRequestResult, void>(
  'streamconn/prepareRequest',
);

/** Notification, client to server: what lenses, completion and findings may say. Names only, never a value. */
export const contextNotification = new NotificationType<ContextParams>('streamconn/context');

/** Request: where a string of an open file stands in its text. */
export const locateRequest = new RequestType<LocateParams, Located | null, void>('streamconn/locate');

/**
 * Notification, client to server: what Atlas refused of the file before counts no more, as when the next request is about to
 * leave, or when Atlas has what the file says.
 */
export const forgetRefusalNotification = new NotificationType<ForgetRefusalParams>('streamconn/forgetRefusal');

export interface ForgetRefusalParams {
  readonly uri: string;
}

/** Request: Atlas has refused what was sent of a file. The server says so in the file, now or when it is opened, while it is as it was sent. */
export const refusedRequest = new RequestType<RefusedParams, RefusedResult, void>('streamconn/refused');

/** As many are kept as are deployed at once; of more files, those go whose refusal is the oldest. */
export const refusedFilesAtMost = 500;

export interface RefusedParams {
  readonly uri: string;
  /** As `streamconn/prepareRequest` gave it, without the values of its placeholders. */
  readonly body: PreparedRequest['body'];
  readonly refusal: Refusal;
}

/** What Atlas says when it refuses, every secret in it masked. */
export interface Refusal {
  /** Where it was refused, as people know it, such as `Shop / orders`. */
  readonly target?: string;
  /** Of HTTP. */
  readonly status: number;
  readonly errorCode?: string;
  readonly reason?: string;
  readonly detail?: string;
  readonly parameters?: readonly string[];
  readonly fields?: readonly { readonly field: string; readonly description: string }[];
}

export interface RefusedResult {
  /** Where the first problem stands; null where Atlas speaks of nothing in the file, or the file is not open. */
  readonly place: Located | null;
  /** What could be done with the connection instead. */
  readonly instead?: 'create' | 'update';
}

export interface LocateParams {
  readonly uri: string;
  /** JSON Pointer (RFC 6901). */
  readonly pointer: string;
}

export interface Located {
  /** The version of the document that the range is of. */
  readonly version: number;
  /** With the quotation marks. */
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** What a project in Atlas has that a connection can name. */
export type AtlasValueKind =
  | 'clusters'
  | 'privateLinks'
  | 'awsRoles'
  | 'azureServicePrincipals'
  | 'gcpServiceAccounts'
  | 'databaseRoles';

/** Request: what of Atlas can stand at a position of an open file; null where nothing can. */
export const wantedValuesRequest = new RequestType<WantedValuesParams, WantedValues | null, void>(
  'streamconn/wantedValues',
);

/** Request: the same position with the values that were found there, as completion items. */
export const offerValuesRequest = new RequestType<OfferValuesParams, CompletionItem[], void>('streamconn/offerValues');

export interface WantedValuesParams {
  readonly uri: string;
  readonly position: TextPosition;
}

export interface WantedValues {
  readonly kind: AtlasValueKind;
  /** The project to look in, where the file names another than the target's. */
  readonly groupId?: string;
}

export interface OfferValuesParams extends WantedValuesParams {
  readonly values: readonly AtlasValue[];
}

export interface AtlasValue {
  readonly value: string;
  /** A few words beside it. */
  readonly detail: string;
}

export interface PrepareRequestParams {
  readonly uri: string;
}

/** One *Create One Stream Connection* request body, still with its placeholders. */
export interface PreparedRequest {
  /** The file's value without `$schema`. */
  readonly body: { readonly [key: string]: unknown };
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly placeholders: readonly Placeholder[];
  /** Where a connection of any type holds secrets, by the marks of the schemas; secrets.ts judges by them. */
  readonly secretPaths: readonly SecretPlace[];
}

export type PrepareRequestResult =
  /** `errors` counts findings of severity error; 0 means ready to send. */
  | { readonly kind: 'prepared'; readonly errors: number; readonly request: PreparedRequest }
  /** Not a JSON object, so there is nothing that could be sent. */
  | { readonly kind: 'unsendable'; readonly errors: number; readonly reason: string }
  | { readonly kind: 'notOpen' };

export interface ContextParams {
  /** What the target lens of files in no folder says, such as `Shop / orders-instance`; absent while none is chosen. */
  readonly targetTitle?: string;
  /** What it says in each folder of the workspace. */
  readonly folders?: readonly FolderContext[];
  /** Names of the stored secrets. */
  readonly secretNames?: readonly string[];
}

export interface FolderContext {
  /** The folder's address, with or without a slash at the end. */
  readonly uri: string;
  readonly targetTitle?: string;
}
