// Signs in with a service account: OAuth 2.0 client credentials (RFC 6749 section 4.4), the token kept in memory.
import { readAnswer } from './answer.ts';
import type { AtlasCredential } from './outcome.ts';
import type { Session } from './session.ts';
import { type HttpRequest, type HttpResult, type Transport, undone } from './transport.ts';
import { shareWork } from './waiting.ts';

type ServiceAccount = AtlasCredential & { readonly kind: 'serviceAccount' };

interface Token {
  readonly kind: 'token';
  readonly text: string;
  /** Milliseconds of `now` until which it is used. */
  readonly until: number;
}

/** Milliseconds before its end at which a token is no longer used; half of its life where that is short. */
const margin = 60_000;

/** Milliseconds that a token lives where Atlas does not say. */
const usualLife = 3_600_000;

/** One token at a time, fetched when first needed, for all requests that wait for it; `now` gives milliseconds. */
export function createServiceAccountSession(
  transport: Transport,
  { clientId, clientSecret }: ServiceAccount,
  now: () => number = Date.now,
): Session {
  let token: Token | undefined;

  // As it stands, without percent-encoding: Atlas compares `mdb_sa_id_…` to the letter.
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const contentType = 'application/x-www-form-urlencoded';
  const headers = { authorization, accept: 'application/json', 'content-type': contentType };
  const post = (path: string, body: string, signal: AbortSignal) =>
    transport.send({ method: 'POST', path, headers, body, signal });

  const fetchToken = shareWork(async (signal): Promise<Token | HttpResult> => {
    const answer = await post('/api/oauth/token', 'grant_type=client_credentials', signal);
    if (answer.kind !== 'answered') return undone(answer);
    const read = readAnswer(answer);
    if (read.kind === 'unreachable') return undone(read);
    if (read.kind !== 'ok') {
      if (answer.status !== 400 && answer.status !== 401) return answer;
      return { kind: 'notSignedIn', code: 'not-accepted' };
    }
    const { access_token: text, expires_in: seconds } = read.value;
    if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text)) return { kind: 'notSignedIn', code: 'no-token' };
    const life = typeof seconds === 'number' ? seconds * 1000 : usualLife;
    token = { kind: 'token', text, until: now() + Math.max(life - margin, life / 2) };
    return token;
  });

  return {
    send: async (request) => {
      const signIn = async () => (token && now() < token.until ? token : fetchToken(request.signal));
      const first = await signIn();
      if (first.kind !== 'token') return first;
      const result = await sendWith(first, request);
      if (result.kind !== 'answered' || result.status !== 401) return result;
      // Another request may have replaced the refused token meanwhile.
      if (token === first) token = undefined;
      const second = await signIn();
      return second.kind === 'token' ? sendWith(second, request) : second;
    },
    secrets: () => (token ? [clientSecret, token.text] : [clientSecret]),
    end: async (signal) => {
      const ended = token;
      token = undefined;
      if (!ended) return;
      await post('/api/oauth/revoke', `token=${encodeURIComponent(ended.text)}&token_type_hint=access_token`, signal);
    },
  };

  function sendWith({ text }: Token, request: HttpRequest): Promise<HttpResult> {
    return transport.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${text}` } });
  }
}
