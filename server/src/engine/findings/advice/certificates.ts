// What is to be known of PEM blocks; the engine is given a reader by its Node entries and stays free of cryptography.

export type PemBlock =
  | {
      readonly kind: 'certificate';
      readonly subject: string;
      readonly issuer: string;
      /** Milliseconds since 1970. */
      readonly validFrom: number;
      readonly validTo: number;
      readonly keyType: string;
    }
  | { readonly kind: 'privateKey'; readonly keyType: string | undefined; readonly isEncrypted: boolean }
  | { readonly kind: 'unreadable' };

export interface CertificateReader {
  /** Reads one block with its armour. */
  read(pem: string): PemBlock;
  /** Whether the private key is that of the certificate; undefined where the key cannot be read, as when encrypted. */
  belongTogether(certificate: string, privateKey: string): boolean | undefined;
}
