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

/** Keeps the nonce from one request to the next, so that only the first is sent twice. */
export function createApiKeySession(transport: Transport, { publicKey, privateKey }: ApiKey): Session {
  let nonce: Nonce | undefined;

  function sendSigned(request: HttpRequest, known: Nonce): Promise<HttpResult> {
    const { method, path } = request;
    known.uses += 1;
    const answer = { method, uri: path, username: publicKey, password: privateKey, nonceCount: known.uses };
    const headers = { ...request.headers, authorization: answerDigest(known.challenge, answer) };
    return transport.send({ ...request, headers });
  }
  async function askForChallenge({ body: _, ...request }: HttpRequest): Promise<HttpResult> {
    // The body goes out once it can be signed; without a signature nothing is done, whatever comes back.
    const result = await transport.send(request);
    return undone(result);
  }
  const toNonce = ({ headers }: Answered): Nonce | undefined => {
    const challenge = parseDigestChallenge(headers['www-authenticate']);
    return challenge && { challenge, uses: 0 };
  };

  return {
    send: async (request) => {
      const first = await (nonce ? sendSigned(request, nonce) : askForChallenge(request));
      if (first.kind !== 'answered' || first.status !== 401) return first;
      const fresh = toNonce(first);
      nonce = fresh;
      if (!fresh) return { kind: 'notSignedIn', code: 'no-digest' };
      const second = await sendSigned(request, fresh);
      if (second.kind !== 'answered' || second.status !== 401) return second;
      const renewed = toNonce(second);
      nonce = renewed?.challenge.stale ? renewed : undefined;
      return nonce ? sendSigned(request, nonce) : second;
    },
    secrets: () => [privateKey],
    end: async () => {
      nonce = undefined;
    },
  };
}
