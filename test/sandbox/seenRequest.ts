// A request as the sandbox received it, and the kinds of them that faults are armed for.

export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A service account asks for its token. */
export function isTokenRequest({ url }: SeenRequest): boolean {
  return url === '/api/oauth/token';
}

/** A service account gives its token back. */
export function isRevokeRequest({ url }: SeenRequest): boolean {
  return url === '/api/oauth/revoke';
}

/** Anything but signing in and out. */
export function isApiRequest({ url }: SeenRequest): boolean {
  return url.startsWith('/api/atlas/');
}
