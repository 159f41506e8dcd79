// A file in which there is something for the reader of certificates, which tests count, or let fail.

/** A connection with a block that looks like a certificate, and further properties. */
export function fileWithCertificate(more: object = {}): string {
  const brokerPublicCertificate = `-----BEGIN CERTIFICATE-----\n${'A'.repeat(256)}\n-----END CERTIFICATE-----\n`;
  return JSON.stringify({ type: 'Kafka', security: { protocol: 'SASL_SSL', brokerPublicCertificate }, ...more });
}
