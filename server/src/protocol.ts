// What client and server say to each other beyond LSP: method names, parameters and results. Types and names only.

/** Request: the live text of an open file, checked and made ready to send. */
export const prepareRequestMethod = 'streamconn/prepareRequest';

/** Notification, client to server: what lenses, completion and findings may say. Names only, never a value. */
export const contextMethod = 'streamconn/context';

/** Request: where a string of an open file stands in its text. */
export const locateMethod = 'streamconn/locate';

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

export interface PrepareRequestParams {
  readonly uri: string;
}

/** Where a value of the request body comes from when the file names a source instead of the value. */
export interface Placeholder {
  /** JSON Pointer (RFC 6901) of the string that the placeholder replaces wholly. */
  readonly pointer: string;
  readonly kind: string;
  readonly name: string;
}

/** One *Create One Stream Connection* request body, still with its placeholders. */
export interface PreparedRequest {
  /** The file's value without `$schema`. */
  readonly body: { readonly [key: string]: unknown };
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly placeholders: readonly Placeholder[];
  /** Where a connection holds secrets, as paths from the root; `*` stands for every key or position. */
  readonly secretPaths: readonly (readonly string[])[];
}

export type PrepareRequestResult =
  /** `errors` counts findings of severity error; 0 means ready to send. */
  | { readonly kind: 'prepared'; readonly errors: number; readonly request: PreparedRequest }
  /** Not a JSON object, so there is nothing that could be sent. */
  | { readonly kind: 'unsendable'; readonly errors: number; readonly reason: string }
  | { readonly kind: 'notOpen' };

export interface ContextParams {
  /** What the target lens says, such as `Shop / orders-instance`; absent while none is chosen. */
  readonly targetTitle?: string;
  /** Names of the stored secrets. */
  readonly secretNames?: readonly string[];
}

/** The commands that the server's code lenses name; a client that sends `streamconn/context` has them. */
export const lensCommands = {
  createConnection: 'streamconn.createConnection',
  chooseTarget: 'streamconn.chooseTarget',
  /** Arguments: the address of the file, and the JSON Pointer of the secret. */
  moveToSecretStorage: 'streamconn.moveToSecretStorage',
  /** Arguments: the address of the file, and the name of the secret. */
  storeSecret: 'streamconn.storeSecret',
} as const;
