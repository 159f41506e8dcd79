// Reads certificates and private keys with node:crypto, for the engine.
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import type { CertificateReader, PemBlock } from './engine/index.ts';

export const certificates: CertificateReader = {
  read: (pem) => {
    // Read again at every keystroke; the key itself is not kept for it.
    const digest = createHash('sha256').update(pem).digest('base64');
    const block = known.get(digest) ?? read(pem);
    if (known.size >= 50) known.clear();
    known.set(digest, block);
    return block;
  },
  belongTogether: (certificate, privateKey) => {
    try {
      return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
    } catch {
      return undefined;
    }
  },
};

const known = new Map<string, PemBlock>();

function read(pem: string): PemBlock {
  return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem) ? readKey(pem) : readCertificate(pem);
}

function readCertificate(pem: string): PemBlock {
  try {
    const { subject, issuer, validFromDate, validToDate, publicKey } = new X509Certificate(pem);
    return {
      kind: 'certificate',
      subject,
      issuer,
      validFrom: validFromDate.getTime(),
      validTo: validToDate.getTime(),
      keyType: publicKey.asymmetricKeyType ?? 'unknown',
    };
  } catch {
    return { kind: 'unreadable' };
  }
}

function readKey(pem: string): PemBlock {
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(pem)) {
    return { kind: 'privateKey', keyType: undefined, isEncrypted: true };
  }
  try {
    return { kind: 'privateKey', keyType: createPrivateKey(pem).asymmetricKeyType, isEncrypted: false };
  } catch {
    return { kind: 'unreadable' };
  }
}
