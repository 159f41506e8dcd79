// Makes X.509 certificates as small as they can be, with keys made for the moment: none is ever kept.
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface Identity {
  readonly certificate: string;
  readonly key: KeyObject;
  /** The key as PEM, encrypted if a passphrase is given. */
  keyPem(passphrase?: string): string;
}

interface Options {
  readonly keyType?: 'rsa' | 'ec';
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

/** A new key with its certificate, signed by itself; valid from 2026 to 2036 unless said otherwise. */
export function makeIdentity(options: Options = {}): Identity {
  const keys = makeKeys(options.keyType);
  const content = { ...options, subject: 'test', publicKey: keys.publicKey };
  return toIdentity(certify(content, { name: 'test', key: keys.privateKey }), keys.privateKey);
}

export interface Authority {
  readonly certificate: string;
  /** A server's key with its certificate for these names and IPv4 addresses; valid as in `makeIdentity`. */
  issue(hosts: readonly string[], options?: Options): Identity;
}

/** A certification authority that a test may trust. */
export function makeAuthority(): Authority {
  const { publicKey, privateKey } = makeKeys('ec');
  const issuer = { name: `test authority ${randomBytes(4).toString('hex')}`, key: privateKey };
  const isAuthority = extension(basicConstraints, sequence(tag(0x01, Buffer.from([255]))));
  return {
    certificate: certify({ subject: issuer.name, publicKey, extensions: [isAuthority] }, issuer),
    issue: (hosts, options = {}) => {
      const keys = makeKeys(options.keyType);
      const names = extension(subjectAltName, sequence(...hosts.map(toGeneralName)));
      const content = { ...options, subject: 'test server', publicKey: keys.publicKey, extensions: [names] };
      return toIdentity(certify(content, issuer), keys.privateKey);
    },
  };
}

function makeKeys(type: Options['keyType'] = 'ec'): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function toIdentity(certificate: string, key: KeyObject): Identity {
  return {
    certificate,
    key,
    keyPem: (passphrase) => {
      const lock = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
      return String(key.export({ type: 'pkcs8', format: 'pem', ...lock }));
    },
  };
}

interface Content extends Options {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly extensions?: readonly Uint8Array[];
}

function certify(
  {
    subject,
    publicKey,
    extensions = [],
    validFrom = new Date('2026-01-01T00:00:00Z'),
    validTo = new Date('2036-01-01T00:00:00Z'),
  }: Content,
  issuer: { readonly name: string; readonly key: KeyObject },
): string {
  const algorithm =
    issuer.key.asymmetricKeyType === 'rsa'
      ? sequence(oid(...sha256WithRsa), tag(0x05))
      : sequence(oid(...ecdsaWithSha256));
  // Extensions need version 3, which is written as 2.
  const version = extensions.length > 0 ? [tag(0xa0, tag(0x02, Buffer.from([2])))] : [];
  const content = sequence(
    ...version,
    tag(0x02, Buffer.from([1]), randomBytes(8)),
    algorithm,
    commonName(issuer.name),
    sequence(time(validFrom), time(validTo)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length > 0 ? [tag(0xa3, sequence(...extensions))] : []),
  );
  const signature = tag(0x03, Buffer.from([0]), sign('sha256', content, issuer.key));
  return toPem('CERTIFICATE', sequence(content, algorithm, signature));
}

function commonName(text: string): Buffer {
  return sequence(tag(0x31, sequence(oid(2, 5, 4, 3), tag(0x0c, Buffer.from(text)))));
}

function toGeneralName(host: string): Buffer {
  return isIPv4(host) ? tag(0x87, Buffer.from(host.split('.').map(Number))) : tag(0x82, Buffer.from(host));
}

function extension(id: readonly [number, number, number, number], value: Uint8Array): Buffer {
  return sequence(oid(...id), tag(0x04, value));
}

const basicConstraints = [2, 5, 29, 19] as const;
const subjectAltName = [2, 5, 29, 17] as const;
const sha256WithRsa = [1, 2, 840, 113549, 1, 1, 11] as const;
const ecdsaWithSha256 = [1, 2, 840, 10045, 4, 3, 2] as const;

/** One DER value: its tag, its length, its content. */
function tag(number: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([number, ...size]), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tag(0x30, ...parts);
}

function oid(first: number, second: number, ...rest: readonly number[]): Buffer {
  return tag(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(toBase128)]));
}

function toBase128(value: number): number[] {
  const digits = [value & 127];
  for (let high = value >> 7; high > 0; high >>= 7) digits.unshift((high & 127) | 128);
  return digits;
}

function time(date: Date): Buffer {
  return tag(0x18, Buffer.from(`${date.toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`));
}

function toPem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
