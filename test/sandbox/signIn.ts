// How the sandbox knows who asks: OAuth tokens and Digest answers, checked by code of its own.
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { errorReply, type Reply, refusals, tokenReplies } from './reply.ts';
import type { Role, State } from './state.ts';

export type DigestAlgorithm = 'MD5' | 'SHA-256';

export interface SignIn {
  /** The role of whoever sent the request, or the answer that turns them away. */
  identify(method: string, url: string, headers: IncomingHttpHeaders): Role | Reply;
  issueToken(headers: IncomingHttpHeaders, body: string): Reply;
  revokeToken(headers: IncomingHttpHeaders, body: string): Reply;
  /** Makes every nonce and token given so far invalid; nonces with `stale=true`. */
  expireAll(): void;
  readonly liveTokens: number;
}

const realm = 'MMS Public API';

export function createSignIn(state: State, algorithm: DigestAlgorithm, tokenSeconds: number): SignIn {
  const tokens = new Map<string, Role>();
  const nonces = new Map<string, number>();
  const expired = new Set<string>();

  const challenge = (stale: boolean): Reply => {
    const nonce = randomBytes(16).toString('base64');
    nonces.set(nonce, 0);
    const header = `Digest realm="${realm}", domain="", nonce="${nonce}", algorithm=${algorithm}, qop="auth", stale=${stale}`;
    return { ...refusals.unauthorized, headers: { 'www-authenticate': header } };
  };
  const roleOf = (matches: (role: Role) => boolean) => (['owner', 'reader'] as const).find(matches);

  function basicRole({ authorization = '' }: IncomingHttpHeaders): Role | undefined {
    const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString();
    return roleOf((role) => {
      const { clientId, clientSecret } = state.credentials[role].serviceAccount;
      return pair === `${clientId}:${clientSecret}`;
    });
  }

  function digestRole(method: string, url: string, authorization: string): Role | Reply {
    const given = Object.fromEntries(
      [...authorization.matchAll(/([a-z]+)=(?:"([^"]*)"|([^,\s]+))/gi)].map(([, name, quoted, plain]) => [
        name,
        quoted ?? plain,
      ]),
    ) as Record<string, string | undefined>;
    const { username, nonce = '', nc = '', cnonce, qop, uri, response } = given;
    // RFC 7616: without an algorithm, it is MD5.
    if (given.realm !== realm || (given.algorithm ?? 'MD5') !== algorithm) return challenge(false);
    if (expired.has(nonce)) return challenge(true);
    const uses = nonces.get(nonce);
    const count = Number.parseInt(nc, 16);
    if (uses === undefined || qop !== 'auth' || uri !== url || count !== uses + 1) return challenge(false);
    nonces.set(nonce, count);
    const hash = (text: string) => createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex');
    const role = roleOf((candidate) => {
      const { publicKey, privateKey } = state.credentials[candidate].apiKey;
      const secret = hash(`${publicKey}:${realm}:${privateKey}`);
      const expected = hash(`${secret}:${nonce}:${nc}:${cnonce}:auth:${hash(`${method}:${url}`)}`);
      return username === publicKey && response === expected;
    });
    return role ?? challenge(false);
  }

  return {
    identify: (method, url, { authorization = '' }) => {
      if (authorization.startsWith('Bearer ')) return tokens.get(authorization.slice(7)) ?? refusals.unauthorized;
      return authorization.startsWith('Digest ') ? digestRole(method, url, authorization) : challenge(false);
    },
    issueToken: (headers, body) => {
      if (!headers.authorization) return errorReply(400, 'Bad Request', 'INVALID', 'No Authorization header provided');
      const role = basicRole(headers);
      if (!role) return tokenReplies.unknownClient;
      if (body !== 'grant_type=client_credentials')
        return errorReply(400, 'Bad Request', 'INVALID_GRANT', 'Unsupported grant.');
      const token = randomBytes(24).toString('base64url');
      tokens.set(token, role);
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds } };
    },
    revokeToken: (headers, body) => {
      if (!basicRole(headers)) return refusals.unauthorized;
      tokens.delete(new URLSearchParams(body).get('token') ?? '');
      return { status: 200, body: {} };
    },
    expireAll: () => {
      for (const nonce of nonces.keys()) expired.add(nonce);
      tokens.clear();
    },
    get liveTokens() {
      return tokens.size;
    },
  };
}
