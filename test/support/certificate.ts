// Makes X.509 certificates, self-signed and as small as they can be, with keys made for the moment: none is ever kept.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

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

/** A new key with its certificate; valid from 2026 to 2036 unless said otherwise. */
export function makeIdentity({
  keyType = 'ec',
  validFrom = new Date('2026-01-01T00:00:00Z'),
  validTo = new Date('2036-01-01T00:00:00Z'),
}: Options = {}): Identity {
  const { publicKey, privateKey } =
    keyType === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = keyType === 'rsa' ? sequence(oid(...sha256WithRsa), tag(0x05)) : sequence(oid(...ecdsaWithSha256));
  const name = sequence(tag(0x31, sequence(oid(2, 5, 4, 3), tag(0x0c, Buffer.from('test')))));
  const content = sequence(
    tag(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(time(validFrom), time(validTo)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = tag(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  return {
    certificate: toPem('CERTIFICATE', sequence(content, algorithm, signature)),
    key: privateKey,
    keyPem: (passphrase) => {
      const lock = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
      return String(privateKey.export({ type: 'pkcs8', format: 'pem', ...lock }));
    },
  };
}

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
