// Whose certificates are trusted: Node's roots, those of this machine, and those that the person adds; never fewer.
import { getCACertificates, rootCertificates } from 'node:tls';

/** Certificates in PEM. */
export function trustedRoots(added: readonly string[]): string[] {
  return [...new Set([...systemRoots(), ...added])];
}

let roots: readonly string[] | undefined;

/** Read once: on some systems it takes a tenth of a second. A Node before 22.15 knows its own roots only. */
function systemRoots(): readonly string[] {
  roots ??=
    typeof getCACertificates === 'function'
      ? [...getCACertificates('default'), ...getCACertificates('system')]
      : rootCertificates;
  return roots;
}
