// The connection files that are measured. Nothing is wrong in them, so that nobody has messages to make.

import { makeIdentity } from '../support/certificate.ts';

/** Where a keystroke falls: on the first letter of the name, which each of the files has in its second line. */
export const keystrokeAt = { line: 1, character: '  "name": "'.length };

const cluster = {
  name: 'clicks',
  type: 'Kafka',
  bootstrapServers: numbered(9, (number) => `broker-${number}.kafka.example.com:9093`).join(','),
  authentication: { mechanism: 'SCRAM-512', username: 'shop', password: '${secret:SHOP_KAFKA_PASSWORD}' },
  security: { protocol: 'SASL_SSL' },
  config: {
    'allow.auto.create.topics': 'false',
    'auto.offset.reset': 'latest',
    'client.dns.lookup': 'use_all_dns_ips',
    'client.id': 'clicks-reader',
    'fetch.max.bytes': '20971520',
    'fetch.min.bytes': '1024',
    'group.id': 'clicks',
    'heartbeat.interval.ms': '5000',
    'isolation.level': 'read_committed',
    'max.partition.fetch.bytes': '2097152',
    'max.poll.interval.ms': '600000',
    'request.timeout.ms': '40000',
    'session.timeout.ms': '60000',
  },
};

/** A file as long as one gets by hand, about 1 KB: a cluster of brokers, a secret, parameters of the client. */
export const smallText = write(cluster);

/** The same with two certificates in it, each of which is read to see until when it is valid; about 3 KB. */
export const certificatesText = write({
  ...cluster,
  security: {
    ...cluster.security,
    brokerPublicCertificate: numbered(2, () => makeIdentity({ keyType: 'rsa' }).certificate).join('\n'),
  },
});

/** A file of 5 MB, by its headers. */
export const largeText = write({
  name: 'clicks',
  type: 'Https',
  url: 'https://hooks.example.com/clicks',
  headers: Object.fromEntries(
    numbered(90_000, (number) => [`x-shop-header-number-${number}`, `\${secret:HEADER_${number}}`]),
  ),
});

function write(value: object): string {
  return JSON.stringify(value, undefined, 2);
}

function numbered<T>(amount: number, item: (number: number) => T): T[] {
  return Array.from({ length: amount }, (_, index) => item(index));
}
