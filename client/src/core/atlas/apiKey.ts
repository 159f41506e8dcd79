// Signs in with an API key: HTTP Digest, the key pair as user and password.
import { answerDigest, type DigestChallenge, parseDigestChallenge } from './digest.ts';
import type { AtlasCredential } from './outcome.ts';
import type { Session } from './session.ts';
import { type Answered, type HttpRequest, type HttpResult, type Transport, undone } from './transport.ts';

type ApiKey = AtlasCredential & { readonly kind: 'apiKey' };

/** A challenge and how often its nonce has been used. */
interface Nonce {
  readonly challenge: DigestChallenge;
  uses: number;
}

/** How often one request is signed, each time for another nonce: a host may let one serve a single time, or briefly. */
const triesAtMost = 5;

/**
 * Keeps each nonce that was accepted for a later request, so that few are sent twice. No two requests use one at the same
 * time: a host may refuse a count that comes before a smaller one.
 */
export function createApiKeySession(transport: Transport, { publicKey, privateKey }: ApiKey): Session {
  let unused: Nonce[] = [];

  async function sendSigned(request: HttpRequest, nonce: Nonce, tries = 1): Promise<HttpResult> {
    const { method, path } = request;
    nonce.uses += 1;
    const answer = { method, uri: path, username: publicKey, password: privateKey, nonceCount: nonce.uses };
    const headers = { ...request.headers, authorization: answerDigest(nonce.challenge, answer) };
    const result = await transport.send({ ...request, headers });
    if (result.kind !== 'answered') return result;
    if (result.status !== 401) {
      unused.push(nonce);
      return result;
    }
    const next = nonceAfter(nonce, result);
    return next && tries < triesAtMost ? sendSigned(request, next, tries + 1) : result;
  }
  /** The body goes out once it can be signed; without a signature nothing is done, whatever comes back. */
  async function askForChallenge({ body: _, ...request }: HttpRequest): Promise<HttpResult | Nonce> {
    const result = await transport.send(request);
    if (result.kind !== 'answered' || result.status !== 401) return undone(result);
    return toNonce(result) ?? { kind: 'notSignedIn', code: 'no-digest' };
  }

  return {
    send: async (request) => {
      const nonce = unused.pop() ?? (await askForChallenge(request));
      return 'kind' in nonce ? nonce : sendSigned(request, nonce);
    },
    secrets: () => [privateKey],
    end: async () => {
      unused = [];
    },
  };
}

function toNonce({ headers }: Answered): Nonce | undefined {
  const challenge = parseDigestChallenge(headers['www-authenticate']);
  return challenge && { challenge, uses: 0 };
}

/** The nonce for another try, where it was the last one that was refused, and not the key. */
function nonceAfter(last: Nonce, refusal: Answered): Nonce | undefined {
  const next = toNonce(refusal);
  // Of a nonce that was accepted before, the host need not say that it is too old.
  return next?.challenge.stale || last.uses > 1 ? next : undefined;
}
