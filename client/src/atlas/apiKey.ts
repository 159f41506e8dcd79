// Signs in with an API key: HTTP Digest, the key pair as user and password.
import { answerDigest, type DigestChallenge, parseDigestChallenge } from './digest.ts';
import type { AtlasCredential } from './outcome.ts';
import type { Session } from './session.ts';
import type { Answered, HttpRequest, Transport } from './transport.ts';

type ApiKey = AtlasCredential & { readonly kind: 'apiKey' };

/** Keeps the nonce from one request to the next, so that only the first is sent twice. */
export function createApiKeySession(transport: Transport, { publicKey, privateKey }: ApiKey): Session {
  let challenge: DigestChallenge | undefined;
  let uses = 0;

  const challengeOf = ({ headers }: Answered) => parseDigestChallenge(headers['www-authenticate']);
  const sign = (request: HttpRequest, known: DigestChallenge): HttpRequest => {
    const { method, path } = request;
    uses += 1;
    const answer = { method, uri: path, username: publicKey, password: privateKey, nonceCount: uses };
    return { ...request, headers: { ...request.headers, authorization: answerDigest(known, answer) } };
  };

  return {
    send: async (request) => {
      // The first request asks for a challenge only: the body goes out once it can be signed.
      const { body: _, ...withoutBody } = request;
      const first = await transport.send(challenge ? sign(request, challenge) : withoutBody);
      if (first.kind !== 'answered' || first.status !== 401) return first;
      const fresh = challengeOf(first);
      if (!fresh)
        return { kind: 'notSignedIn', reason: 'The host does not offer HTTP Digest, which an API key needs.' };
      challenge = fresh;
      uses = 0;
      const second = await transport.send(sign(request, fresh));
      if (second.kind !== 'answered' || second.status !== 401) return second;
      const renewed = challengeOf(second);
      challenge = undefined;
      if (!renewed?.stale) return second;
      challenge = renewed;
      uses = 0;
      return transport.send(sign(request, renewed));
    },
    end: async () => {
      challenge = undefined;
    },
  };
}
