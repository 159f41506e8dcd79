// HTTP Digest access authentication (RFC 7616) as a client, with qop=auth.
import { createHash, randomBytes } from 'node:crypto';

export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly algorithm: 'MD5' | 'SHA-256';
  /** The password was not refused: only the nonce is too old. */
  readonly stale: boolean;
}

/** The strongest challenge of a `WWW-Authenticate` header that can be answered; undefined when there is none. */
export function parseDigestChallenge(header: string | readonly string[] | undefined): DigestChallenge | undefined {
  const challenges = [header ?? []]
    .flat()
    .flatMap(splitChallenges)
    .flatMap((text) => toChallenge(text) ?? []);
  return challenges.find(({ algorithm }) => algorithm === 'SHA-256') ?? challenges[0];
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

/** Cuts a header into its challenges: each begins with a scheme, which is a token that no `=` follows. */
function splitChallenges(header: string): string[] {
  const scheme = new RegExp(`(?:^|,)\\s*(${token})(?=\\s+${token}\\s*=|\\s*(?:,|$))`, 'g');
  const quoted = [...header.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(
    ({ 0: text, index }) => [index, index + text.length] as const,
  );
  const starts = [...header.matchAll(scheme)]
    .map(({ index }) => index)
    .filter((index) => !quoted.some(([from, to]) => index > from && index < to));
  return starts.map((start, position) => header.slice(start, starts[position + 1]).replace(/^[\s,]+/, ''));
}

function toChallenge(text: string): DigestChallenge | undefined {
  const [, scheme, rest = ''] = new RegExp(`^(${token})\\s+(.*)$`, 's').exec(text) ?? [];
  if (scheme?.toLowerCase() !== 'digest') return undefined;
  const pairs = [...rest.matchAll(new RegExp(`(${token})\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|(${token}))`, 'g'))];
  const parameters = new Map(
    pairs.map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted?.replace(/\\(.)/gs, '$1') ?? plain ?? '']),
  );
  const realm = parameters.get('realm');
  const nonce = parameters.get('nonce');
  const algorithm = (parameters.get('algorithm') ?? 'MD5').toUpperCase();
  const qops = (parameters.get('qop') ?? '').split(',').map((qop) => qop.trim().toLowerCase());
  if (realm === undefined || nonce === undefined || !qops.includes('auth')) return undefined;
  if (algorithm !== 'MD5' && algorithm !== 'SHA-256') return undefined;
  const stale = parameters.get('stale')?.toLowerCase() === 'true';
  return { realm, nonce, opaque: parameters.get('opaque'), algorithm, stale };
}

export interface DigestRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** How often this nonce has been used, this time included. */
  readonly nonceCount: number;
  /** Fresh for each request; given by tests only. */
  readonly cnonce?: string;
}

/** The `Authorization` header that answers a challenge (RFC 7616 sections 3.4.1 to 3.4.3). */
export function answerDigest(challenge: DigestChallenge, request: DigestRequest): string {
  const { realm, nonce, opaque, algorithm } = challenge;
  const { method, uri, username, password, nonceCount, cnonce = randomBytes(16).toString('hex') } = request;
  const hash = (text: string) =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const nc = nonceCount.toString(16).padStart(8, '0');
  const response = hash(
    [hash(`${username}:${realm}:${password}`), nonce, nc, cnonce, 'auth', hash(`${method}:${uri}`)].join(':'),
  );
  const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  return [
    `Digest username=${quote(username)}`,
    `realm=${quote(realm)}`,
    `uri=${quote(uri)}`,
    `algorithm=${algorithm}`,
    `nonce=${quote(nonce)}`,
    `nc=${nc}`,
    `cnonce=${quote(cnonce)}`,
    'qop=auth',
    `response="${response}"`,
    ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
  ].join(', ');
}
