// The connection files that are measured: clean ones, and faulty ones that both ours and VS Code's server find faults in.

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

/** A file as one writes it by hand, about 1 KB: a cluster of brokers, a secret, parameters of the client. */
export const smallText = write(cluster);

/** The same with four faults: a value that is not allowed, a number, and two properties that are unknown. */
export const smallFaultyText = write({
  ...cluster,
  authentication: { ...cluster.authentication, mechanism: 'SCRAM', user: 'shop' },
  config: { ...cluster.config, 'client.id': 7 },
  port: 9093,
});

/** A clean file of about so many bytes, by its headers. */
export function largeText(bytes: number): string {
  return withHeaders(bytes, (number) => `\${secret:HEADER_${number}}`);
}

/** The same with a number in place of each hundredth header's text. */
export function largeFaultyText(bytes: number): string {
  return withHeaders(bytes, (number) => (number % 100 === 50 ? number : `\${secret:HEADER_${number}}`));
}

function withHeaders(bytes: number, value: (number: number) => unknown): string {
  const headers = numbered(bytes / 59, (number) => [`x-shop-header-number-${number}`, value(number)]);
  return write({
    name: 'clicks',
    type: 'Https',
    url: 'https://hooks.example.com/clicks',
    headers: Object.fromEntries(headers),
  });
}

function write(value: object): string {
  return JSON.stringify(value, undefined, 2);
}

function numbered<T>(amount: number, item: (number: number) => T): T[] {
  return Array.from({ length: amount }, (_, index) => item(index));
}
