// What can come of talking to Atlas: values, never exceptions.
import type { AtlasHost } from './endpoint.ts';

export type JsonObject = { readonly [key: string]: unknown };

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

/** What Atlas says when it refuses (schema ApiError); every part may be absent, for a proxy may answer in its place. */
export interface AtlasApiError {
  /** HTTP status. */
  readonly status: number;
  /** Not from a fixed list: Atlas has codes that it does not publish. */
  readonly errorCode?: string;
  readonly reason?: string;
  readonly detail?: string;
  readonly parameters?: readonly unknown[];
  readonly badRequestDetail?: unknown;
  /** Seconds that Atlas asks to wait. */
  readonly retryAfter?: number;
  /** The answer's text as it came. */
  readonly body: string;
}

export type UnreachableCode =
  | 'unknown-host'
  | 'connection-refused'
  | 'tls'
  | 'timeout'
  | 'cut-off'
  | 'redirect'
  | 'too-large'
  | 'not-json'
  | 'other';

export type Failure =
  | { readonly kind: 'refused'; readonly error: AtlasApiError }
  | { readonly kind: 'notSignedIn'; readonly reason: string }
  /** `maybeDone`: the request may have reached Atlas, so that what it asked for may have happened. */
  | { readonly kind: 'unreachable'; readonly code: UnreachableCode; readonly maybeDone: boolean }
  | { readonly kind: 'cancelled'; readonly maybeDone: boolean };

export type Outcome<T> = { readonly kind: 'ok'; readonly value: T } | Failure;

export type CreateOutcome =
  | { readonly kind: 'created'; readonly connection: JsonObject; readonly state: string | undefined }
  | Failure;
