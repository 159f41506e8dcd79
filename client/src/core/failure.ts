// Everything that can go wrong on the way to Atlas, as values; failureText.ts words it.

/** One property that Atlas complains of (`badRequestDetail.fields`). */
export interface BadField {
  readonly field: string;
  readonly description: string;
}

/** What Atlas says when it refuses (schema ApiError); every part may be absent, for a proxy may answer in its place. */
export interface AtlasApiError {
  /** HTTP status. */
  readonly status: number;
  /** The status as the body repeats it. */
  readonly error?: number;
  /** Not from a fixed list: Atlas has codes that it does not publish. */
  readonly errorCode?: string;
  readonly reason?: string;
  readonly detail?: string;
  readonly parameters?: readonly unknown[];
  readonly badRequestDetail?: { readonly fields: readonly BadField[] };
  /** Milliseconds that Atlas asks to wait. */
  readonly retryAfter?: number;
  readonly rateLimit?: RateLimit;
  /** The answer's text as it came. */
  readonly body: string;
}

/** `RateLimit-Limit` and `RateLimit-Remaining`, in requests. */
export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
}

export type UnreachableCode =
  | 'unknown-host'
  | 'connection-refused'
  | 'proxy'
  | 'tls'
  | 'timeout'
  | 'cut-off'
  | 'redirect'
  | 'too-large'
  | 'not-http'
  | 'not-json'
  /** JSON, but not what Atlas answers with. */
  | 'not-atlas'
  /** Fewer items than Atlas counts. */
  | 'incomplete'
  | 'other';

/** Why signing in came to nothing, though the host answered; `failureText.ts` words it. */
export type SignInCode =
  /** Client id and client secret are not accepted. */
  | 'not-accepted'
  | 'no-token'
  /** HTTP Digest is not offered. */
  | 'no-digest'
  /** The key has characters that no header can hold. */
  | 'unsendable';

export type Failure =
  | { readonly kind: 'refused'; readonly error: AtlasApiError }
  | { readonly kind: 'notSignedIn'; readonly code: SignInCode }
  /** A name that cannot be part of a request's path, so nothing was sent. */
  | { readonly kind: 'unusableName'; readonly name: string }
  /** `maybeDone`: the request may have reached Atlas, so that what it asked for may have happened. */
  | { readonly kind: 'unreachable'; readonly code: UnreachableCode; readonly maybeDone: boolean }
  | { readonly kind: 'cancelled'; readonly maybeDone: boolean }
  | Unavailable;

/** Nobody can sign in here, or something else of this machine stands in the way, so that nothing was sent. */
export interface Unavailable {
  readonly kind: 'unavailable';
  /** A message that ends with the next step. */
  readonly reason: string;
  /** Whether new values for the credential are a way on. */
  readonly replaceable: boolean;
}

/** Whether new values for the credential may be what is needed. */
export function isSignInFailure(failure: Failure): boolean {
  if (failure.kind === 'unavailable') return failure.replaceable;
  return failure.kind === 'notSignedIn' || (failure.kind === 'refused' && failure.error.status === 401);
}

/** With these, it is the project or the stream instance that is missing. */
const speaksOfTarget: ReadonlySet<string | undefined> = new Set([
  'STREAM_TENANT_NOT_FOUND_FOR_NAME',
  'GROUP_NOT_FOUND',
  'INVALID_GROUP_ID',
]);

/** Whether Atlas says that it is the project or the stream instance that is not there. */
export function isTargetMissing(failure: Failure): boolean {
  return isMissing(failure) && speaksOfTarget.has(failure.error.errorCode);
}

/** Whether Atlas says that there is no such thing in a target that is there. */
export function isAbsent(failure: Failure): boolean {
  return isMissing(failure) && !speaksOfTarget.has(failure.error.errorCode);
}

/** Whether Atlas says that something is not there: what stands in between answers 404 as well, without a code. */
export function isMissing(failure: Failure): failure is Failure & { readonly kind: 'refused' } {
  return failure.kind === 'refused' && failure.error.status === 404 && failure.error.errorCode !== undefined;
}
