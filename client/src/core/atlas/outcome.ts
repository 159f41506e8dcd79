// What is told to Atlas and what comes of it: values, never exceptions.
import type { Failure } from '../failure.ts';
import type { JsonObject } from '../json.ts';
import type { AtlasHost } from './endpoint.ts';

export type AtlasCredential =
  /** OAuth 2.0 client credentials. */
  | {
      readonly kind: 'serviceAccount';
      readonly host: AtlasHost;
      readonly clientId: string;
      readonly clientSecret: string;
    }
  /** HTTP Digest. */
  | { readonly kind: 'apiKey'; readonly host: AtlasHost; readonly publicKey: string; readonly privateKey: string };

export type Outcome<T> = { readonly kind: 'ok'; readonly value: T } | Failure;

/** What a create or an update came to. */
export interface SentConnection {
  /** The connection as Atlas gives it back: without secrets, with defaults filled in. */
  readonly connection: JsonObject;
  /** Absent in the answer to an update. */
  readonly state: string | undefined;
}
