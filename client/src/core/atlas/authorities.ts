// Reads a file of certificates in PEM; apart from the transport, for a setting names such a file before anything is sent.
import { X509Certificate } from 'node:crypto';
import * as l10n from '@vscode/l10n';

export type ReadAuthorities =
  | { readonly kind: 'read'; readonly certificates: readonly string[] }
  /** The reason is a sentence that begins small. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The certificates in the text of a PEM file; a single one that cannot be read spoils the file. */
export function readAuthorities(text: string): ReadAuthorities {
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const begun = text.match(/-----BEGIN /g)?.length ?? 0;
  if (begun === 0)
    return { kind: 'unreadable', reason: l10n.t('it has no line that says {0}.', '-----BEGIN CERTIFICATE-----') };
  if (begun !== certificates.length || !certificates.every(isCertificate)) {
    return { kind: 'unreadable', reason: l10n.t('something in it is not a whole certificate in PEM.') };
  }
  return { kind: 'read', certificates };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
