// What client and server say to each other of connections that Atlas has.
import { RequestType } from 'vscode-languageserver-protocol';

/** Request: the connection file of a connection that Atlas has; null where there can be none. */
export const fileOfRequest = new RequestType<FileOfParams, FileOfResult | null, void>('streamconn/fileOf');

export interface FileOfParams {
  /** As Atlas gives it. */
  readonly connection: { readonly [key: string]: unknown };
  /** The value of a file that is there already: what it says stays where Atlas gives nothing back. */
  readonly like?: { readonly [key: string]: unknown } | undefined;
  /** Names that no secret of the file gets, other than those that `like` has. */
  readonly taken?: readonly string[] | undefined;
}

export interface FileOfResult {
  readonly text: string;
  readonly secrets: readonly FileSecret[];
}

/** Where the file says `${secret:NAME}`. */
export interface FileSecret {
  /** JSON Pointer; Atlas may have given a value there. */
  readonly pointer: string;
  readonly name: string;
}

/** Request: what of a connection file differs from the connection that Atlas has; null where they cannot be read. */
export const compareRequest = new RequestType<CompareParams, CompareResult | null, void>('streamconn/compare');

export interface CompareParams {
  readonly connection: FileOfParams['connection'];
  /** The file's value, as `streamconn/prepareRequest` gives it. */
  readonly body: { readonly [key: string]: unknown };
}

export interface CompareResult {
  /** Nothing differs, apart from what cannot be compared. */
  readonly upToDate: boolean;
  /** Both sides, normalised and without any secret. */
  readonly deployed: string;
  readonly file: string;
  /** JSON Pointers of what differs and stays in Atlas as it was created. */
  readonly immutable: readonly string[];
  /** JSON Pointers of what cannot be compared: secrets, and what placeholders stand for. */
  readonly uncompared: readonly string[];
  /**
   * JSON Pointers of maps that Atlas has entries of and the file does not have at all: an update must send `{}` there, or the
   * entries may stay.
   */
  readonly emptied: readonly string[];
}
