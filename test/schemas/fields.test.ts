// Every field that Atlas knows is in the schemas, and no other.
import { describe, expect, test } from 'vitest';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { fieldsOf } from '../support/fields.ts';
import { fixtures } from '../support/fixtures.ts';

const under = (parent: string, names: string) => names.split(' ').map((name) => `${parent}.${name}`);

const common = ['$schema', 'type', 'name', 'region'];
const aws = under('aws', 'roleArn testBucket');
const networking = under('networking.access', 'type connectionId tgwRouteId name');
const publicPrivateNetworking = under('publicPrivateNetworking.access', 'type connectionId');
const producerParameters =
  'acks batch.size client.dns.lookup client.id compression.type connections.max.idle.ms delivery.timeout.ms ' +
  'enable.idempotence linger.ms max.in.flight.requests.per.connection message.max.bytes ' +
  'queue.buffering.max.messages request.timeout.ms retries transactional.id';
const consumerParameters =
  'allow.auto.create.topics auto.offset.reset client.dns.lookup client.id connections.max.idle.ms fetch.max.bytes ' +
  'fetch.min.bytes group.id heartbeat.interval.ms isolation.level max.partition.fetch.bytes max.poll.interval.ms ' +
  'request.timeout.ms session.timeout.ms';

/** What a person may write, by type: the fields that hold no further named fields; `*` is any key or position. */
const known: Readonly<Record<string, readonly string[]>> = {
  Sample: [],
  Cluster: ['clusterName', 'clusterGroupId', ...under('dbRoleToExecute', 'role type')],
  Kafka: [
    'bootstrapServers',
    ...under('authentication', 'mechanism username password'),
    ...under(
      'authentication',
      'method tokenEndpointUrl clientId clientSecret scope saslOauthbearerExtensions httpsCaPem',
    ),
    ...under('authentication', 'sslCertificate sslKey sslKeyPassword'),
    ...under('authentication', aws.join(' ')),
    ...under('security', 'protocol brokerPublicCertificate'),
    ...under('config', `* ${producerParameters} ${consumerParameters}`),
    ...networking,
  ],
  Https: ['url', 'headers.*'],
  AWSLambda: [...aws, ...publicPrivateNetworking],
  S3: [...aws, ...networking],
  AWSKinesisDataStreams: [...aws, ...networking],
  AzureBlobStorage: [...under('azure', 'servicePrincipalId storageAccountName region'), ...publicPrivateNetworking],
  GCPPubSub: ['gcp.serviceAccountId', ...publicPrivateNetworking],
  SchemaRegistry: [
    'provider',
    'schemaRegistryUrls.*',
    ...under('schemaRegistryAuthentication', 'type username password'),
  ],
};

/** Reserved, retired or without effect: a good file leaves them out. */
const discouraged: Readonly<Record<string, readonly string[]>> = {
  Kafka: [...under('networking.access', 'tgwRouteId name'), ...under('authentication', 'httpsCaPem aws.testBucket')],
  AWSLambda: ['aws.testBucket'],
  S3: under('networking.access', 'tgwRouteId name'),
  AWSKinesisDataStreams: ['aws.testBucket', ...under('networking.access', 'tgwRouteId name')],
  AzureBlobStorage: ['azure.region'],
};

test('the table has every type', () => {
  expect(Object.keys(known).sort()).toEqual([...connectionTypeNames].sort());
});

describe.each(connectionTypeNames)('%s', (type) => {
  const fields = [...fieldsOf(type)].filter(([, said]) => !said.some(({ readOnly }) => readOnly));
  const paths = fields.map(([path]) => path);
  const table = [...new Set([...common, ...(known[type] ?? [])])];

  test('has the fields of the table and no other', () => {
    const leaves = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
    expect(leaves.sort()).toEqual(table.sort());
  });

  test('has words for each', () => {
    const silent = fields.filter(([, said]) => !said.some(({ description }) => description));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test('has a fixture that uses it, for each worth using', () => {
    const used = fixtures
      .filter((fixture) => fixture.type === type)
      .flatMap(({ content }) => pathsIn(JSON.parse(content)));
    const worthUsing = (known[type] ?? []).filter((path) => !discouraged[type]?.includes(path));
    expect(worthUsing.filter((path) => !used.some((one) => patternOf(path).test(one)))).toEqual([]);
  });
});

function pathsIn(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace('*', '[^.]+')}$`);
}
