// Reads certificates and private keys with node:crypto, for the engine.
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import type { CertificateReader, PemBlock } from './engine/index.ts';
import { remembering } from './remembering.ts';

export const certificates: CertificateReader = {
  // Read again at every keystroke; the private key itself is not kept for that.
  read: remembering(read, 50, (pem) => createHash('sha256').update(pem).digest('base64')),
  belongTogether: (certificate, privateKey) => {
    try {
      return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey));
    } catch {
      return undefined;
    }
  },
};

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
