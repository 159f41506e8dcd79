// Signs in with a service account: OAuth 2.0 client credentials (RFC 6749 section 4.4), the token kept in memory.
import { readAnswer } from './answer.ts';
import type { AtlasCredential } from './outcome.ts';
import type { Session, SessionResult } from './session.ts';
import type { HttpRequest, Transport } from './transport.ts';

type ServiceAccount = AtlasCredential & { readonly kind: 'serviceAccount' };

interface Token {
  readonly kind: 'token';
  readonly text: string;
  /** Milliseconds of `now` until which it is used. */
  readonly until: number;
}

/** Milliseconds before its end at which a token is no longer used. */
const margin = 60_000;

/** One token at a time, fetched when first needed, for all requests that wait for it; `now` gives milliseconds. */
export function createServiceAccountSession(
  transport: Transport,
  { clientId, clientSecret }: ServiceAccount,
  now: () => number = Date.now,
): Session {
  let token: Token | undefined;
  let fetching: Promise<Token | SessionResult> | undefined;

  // As it stands, without percent-encoding: Atlas compares `mdb_sa_id_…` to the letter.
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const contentType = 'application/x-www-form-urlencoded';
  const headers = { authorization, accept: 'application/json', 'content-type': contentType };
  // Shared by every request that waits for it, so no single one may cancel it.
  const post = (path: string, body: string) =>
    transport.send({ method: 'POST', path, headers, body, signal: new AbortController().signal });

  async function fetchToken(): Promise<Token | SessionResult> {
    const answer = await post('/api/oauth/token', 'grant_type=client_credentials');
    if (answer.kind !== 'answered') return { ...answer, maybeDone: false };
    const read = readAnswer(answer);
    if (read.kind === 'unreachable') return { ...read, maybeDone: false };
    if (read.kind !== 'ok') {
      if (answer.status !== 400 && answer.status !== 401) return answer;
      return { kind: 'notSignedIn', reason: 'Atlas does not accept this client id and client secret.' };
    }
    const { access_token: text, expires_in: seconds } = read.value;
    if (typeof text !== 'string') return { kind: 'notSignedIn', reason: 'Atlas answered without a token.' };
    token = { kind: 'token', text, until: now() + Number(seconds ?? 0) * 1000 - margin };
    return token;
  }

  async function validToken(): Promise<Token | SessionResult> {
    if (token && now() < token.until) return token;
    fetching ??= fetchToken().finally(() => {
      fetching = undefined;
    });
    return fetching;
  }

  async function sendWithToken(request: HttpRequest): Promise<SessionResult> {
    const result = await untilAborted(validToken(), request.signal);
    if (result.kind !== 'token') return result;
    return transport.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${result.text}` } });
  }

  return {
    send: async (request) => {
      const first = await sendWithToken(request);
      if (first.kind !== 'answered' || first.status !== 401) return first;
      token = undefined;
      return sendWithToken(request);
    },
    end: async () => {
      const ended = token;
      token = undefined;
      if (!ended) return;
      await post('/api/oauth/revoke', `token=${encodeURIComponent(ended.text)}&token_type_hint=access_token`);
    },
  };
}

type Cancelled = SessionResult & { readonly kind: 'cancelled' };

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | Cancelled> {
  const cancelled: Cancelled = { kind: 'cancelled', maybeDone: false };
  return Promise.race([
    work,
    new Promise<Cancelled>((resolve) => {
      if (signal.aborted) resolve(cancelled);
      signal.addEventListener('abort', () => resolve(cancelled), { once: true });
    }),
  ]);
}
