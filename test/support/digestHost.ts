// An Atlas behind HTTP Digest that is as strict about nonces as a test says; it shares no code with what it tests.
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface DigestRules {
  /** How often one nonce is accepted; without it, as often as its count grows. */
  readonly usesAtMost?: number;
  /** Whether a right answer to a nonce that is not accepted is told so by `stale=true`. */
  readonly saysStale: boolean;
  /** Nothing is ever accepted: each right answer is told that its nonce is too old. */
  readonly alwaysStale?: boolean;
}

export interface DigestHost {
  readonly origin: string;
  /** The bodies of what was accepted. */
  readonly created: readonly string[];
  /** How many requests came. */
  readonly requests: number;
  stop(): Promise<void>;
}

export interface OwnDigestHost extends DigestHost {
  /** How many signed requests were refused. */
  readonly refused: number;
}

export const digestKey = { publicKey: 'abcdefgh', privateKey: 'hunter2-canary' } as const;

const realm = 'MMS Public API';
const md5 = (value: string) => createHash('md5').update(value).digest('hex');

/** Connections answer in an order that is not that of the requests. */
export async function startDigestHost({
  usesAtMost,
  saysStale,
  alwaysStale = false,
}: DigestRules): Promise<OwnDigestHost> {
  const nonces = new Map<string, { count: number; uses: number }>();
  const created: string[] = [];
  let requests = 0;
  let refused = 0;
  const judge = ({ method = '', headers, url }: IncomingMessage): 'accepted' | 'stale' | 'refused' => {
    const given = Object.fromEntries(
      [...String(headers.authorization).matchAll(/(\w+)=(?:"([^"]*)"|([^,\s]+))/g)].map(([, name, quoted, plain]) => [
        name,
        quoted ?? plain,
      ]),
    );
    const secret = md5(`${digestKey.publicKey}:${realm}:${digestKey.privateKey}`);
    const expected = md5(`${secret}:${given.nonce}:${given.nc}:${given.cnonce}:auth:${md5(`${method}:${url}`)}`);
    if (given.response !== expected) return 'refused';
    const nonce = nonces.get(given.nonce);
    const count = Number.parseInt(given.nc, 16);
    if (!nonce || alwaysStale || count <= nonce.count || nonce.uses === usesAtMost) return 'stale';
    nonce.count = count;
    nonce.uses++;
    return 'accepted';
  };
  const server = createServer(async (request, response) => {
    requests++;
    const body = await text(request);
    // From 0 to 7 ms, in an order that is the same in every run.
    await new Promise((resolve) => setTimeout(resolve, (requests * 5) % 8));
    const verdict = judge(request);
    if (verdict === 'accepted') {
      created.push(body);
      response.end(body);
      return;
    }
    if (request.headers.authorization) refused++;
    const nonce = randomBytes(16).toString('hex');
    nonces.set(nonce, { count: 0, uses: 0 });
    const stale = verdict === 'stale' && saysStale;
    const challenge = `Digest realm="${realm}", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${stale}`;
    response.writeHead(401, { 'www-authenticate': challenge }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    created,
    get requests() {
      return requests;
    },
    get refused() {
      return refused;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
