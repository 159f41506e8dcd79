// What completion offers at a cursor (‸), and the text after accepting one of the items: one row for each position.
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { accept, labelsAt } from '../support/accept.ts';

/** The text with a cursor, the labels from first to last, the one that is accepted, the text afterwards. */
type Row = [marked: string, labels: readonly string[], accepted?: string, after?: string];

const engine = createEngine();
const known = { secretNames: ['KAFKA_PW', 'REGISTRY_PW'] };

function check(...[marked, labels, accepted, after]: Row): void {
  expect(labelsAt(engine, marked, known)).toEqual(labels);
  if (accepted !== undefined) expect(accept(engine, marked, accepted, known)).toBe(after);
}

const common = ['type', 'name', 'region'];
const types = [
  '"Kafka"',
  '"Cluster"',
  '"Sample"',
  '"Https"',
  '"AWSLambda"',
  '"S3"',
  '"AWSKinesisDataStreams"',
  '"SchemaRegistry"',
  '"AzureBlobStorage"',
  '"GCPPubSub"',
];
const clusterKeys = ['name', 'clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'];
const stored = ['KAFKA_PW', 'REGISTRY_PW'];
const kinds = ['secret:', 'env:', 'file:'];
const parameters = [
  'acks',
  'allow.auto.create.topics',
  'auto.offset.reset',
  'batch.size',
  'client.dns.lookup',
  'client.id',
  'compression.type',
  'connections.max.idle.ms',
  'delivery.timeout.ms',
  'enable.idempotence',
  'fetch.max.bytes',
  'fetch.min.bytes',
  'group.id',
  'heartbeat.interval.ms',
  'isolation.level',
  'linger.ms',
  'max.in.flight.requests.per.connection',
  'max.partition.fetch.bytes',
  'max.poll.interval.ms',
  'message.max.bytes',
  'queue.buffering.max.messages',
  'request.timeout.ms',
  'retries',
  'session.timeout.ms',
  'transactional.id',
];

describe('keys of a connection', () => {
  test.each<Row>([
    ['{‸}', common, 'type', '{"type": ""}'],
    ['{ "‸" }', common, 'name', '{ "name": "" }'],
    ['{ ty‸ }', common, 'type', '{ "type": "" }'],
    [
      '{ "type": "Kafka", ‸ }',
      ['name', 'bootstrapServers', 'authentication', 'security', 'region', 'config', 'networking'],
      'authentication',
      '{ "type": "Kafka", "authentication":  }',
    ],
    ['{ "type": "Cluster", ‸ }', clusterKeys, 'dbRoleToExecute', '{ "type": "Cluster", "dbRoleToExecute":  }'],
    ['{ "type": "Sample", ‸ }', ['name', 'region'], 'region', '{ "type": "Sample", "region": "" }'],
    ['{ "type": "Https", ‸ }', ['name', 'url', 'region', 'headers'], 'region', '{ "type": "Https", "region": "" }'],
    [
      '{ "type": "AWSLambda", ‸ }',
      ['name', 'aws', 'region', 'publicPrivateNetworking'],
      'region',
      '{ "type": "AWSLambda", "region": "" }',
    ],
    ['{ "type": "S3", ‸ }', ['name', 'aws', 'region', 'networking'], 'networking', '{ "type": "S3", "networking":  }'],
    [
      '{ "type": "AWSKinesisDataStreams", ‸ }',
      ['name', 'aws', 'region', 'networking'],
      'region',
      '{ "type": "AWSKinesisDataStreams", "region": "" }',
    ],
    [
      '{ "type": "SchemaRegistry", ‸ }',
      ['name', 'provider', 'schemaRegistryUrls', 'schemaRegistryAuthentication', 'region'],
      'schemaRegistryUrls',
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": [""] }',
    ],
    [
      '{ "type": "AzureBlobStorage", ‸ }',
      ['name', 'azure', 'region', 'publicPrivateNetworking'],
      'name',
      '{ "type": "AzureBlobStorage", "name": "" }',
    ],
    [
      '{ "type": "GCPPubSub", ‸ }',
      ['name', 'gcp', 'region', 'publicPrivateNetworking'],
      'region',
      '{ "type": "GCPPubSub", "region": "" }',
    ],
    ['{ ‸, "type": "Cluster" }', clusterKeys, 'dbRoleToExecute', '{ "dbRoleToExecute": , "type": "Cluster" }'],
    [
      '{ "type": "Cluster", "clusterName": "a", "cluster‸Name": "b" }',
      ['name', 'region', 'clusterGroupId', 'dbRoleToExecute'],
      'clusterGroupId',
      '{ "type": "Cluster", "clusterName": "a", "clusterGroupId": "b" }',
    ],
    ['{ "type": "Kafkaa", ‸ }', ['name', 'region'], 'region', '{ "type": "Kafkaa", "region": "" }'],
  ])('%s', check);
});

describe('keys of its blocks', () => {
  test.each<Row>([
    [
      '{ "type": "Kafka", "authentication": { ‸ } }',
      ['mechanism'],
      'mechanism',
      '{ "type": "Kafka", "authentication": { "mechanism": "" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", ‸ } }',
      ['username', 'password'],
      'username',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "username": "" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "SCRAM-256", "username": "u", ‸ } }',
      ['password'],
      'password',
      '{ "type": "Kafka", "authentication": { "mechanism": "SCRAM-256", "username": "u", "password": "" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "OAUTHBEARER", ‸ } }',
      ['method', 'tokenEndpointUrl', 'clientId', 'clientSecret', 'scope', 'saslOauthbearerExtensions'],
      'method',
      '{ "type": "Kafka", "authentication": { "mechanism": "OAUTHBEARER", "method": "OIDC" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "AWS_MSK_IAM", ‸ } }',
      ['aws'],
      'aws',
      '{ "type": "Kafka", "authentication": { "mechanism": "AWS_MSK_IAM", "aws": {\n  "roleArn": "arn:aws:iam::123456789012:role/atlas-streams"\n} } }',
    ],
    [
      '{ "type": "Kafka", "security": { "protocol": "SSL" }, "authentication": { ‸ } }',
      ['sslCertificate', 'sslKey', 'mechanism', 'sslKeyPassword'],
      'sslKeyPassword',
      '{ "type": "Kafka", "security": { "protocol": "SSL" }, "authentication": { "sslKeyPassword": "" } }',
    ],
    [
      '{ "type": "Kafka", "security": { ‸ } }',
      ['protocol', 'brokerPublicCertificate'],
      'protocol',
      '{ "type": "Kafka", "security": { "protocol": "" } }',
    ],
    ['{ "type": "Kafka", "config": { "ac‸" } }', parameters, 'acks', '{ "type": "Kafka", "config": { "acks": "" } }'],
    [
      '{ "type": "Kafka", "networking": { ‸ } }',
      ['access'],
      'access',
      '{ "type": "Kafka", "networking": { "access": {} } }',
    ],
    [
      '{ "type": "Kafka", "networking": { "access": { ‸ } } }',
      ['type'],
      'type',
      '{ "type": "Kafka", "networking": { "access": { "type": "" } } }',
    ],
    [
      '{ "type": "S3", "networking": { "access": { "type": "PRIVATE_LINK", ‸ } } }',
      ['connectionId'],
      'connectionId',
      '{ "type": "S3", "networking": { "access": { "type": "PRIVATE_LINK", "connectionId": "" } } }',
    ],
    [
      '{ "type": "S3", "aws": { ‸ } }',
      ['roleArn', 'testBucket'],
      'roleArn',
      '{ "type": "S3", "aws": { "roleArn": "" } }',
    ],
    [
      '{ "type": "AWSLambda", "publicPrivateNetworking": { "access": { "type": "PRIVATE_LINK", ‸ } } }',
      ['connectionId'],
      'connectionId',
      '{ "type": "AWSLambda", "publicPrivateNetworking": { "access": { "type": "PRIVATE_LINK", "connectionId": "" } } }',
    ],
    ['{ "type": "AWSLambda", "publicPrivateNetworking": { "access": { "type": "PUBLIC", ‸ } } }', []],
    [
      '{ "type": "Https", "headers": { ‸ } }',
      ['Authorization', 'Content-Type', 'Accept', 'X-Api-Key'],
      'Content-Type',
      '{ "type": "Https", "headers": { "Content-Type": "" } }',
    ],
    [
      '{ "type": "Cluster", "dbRoleToExecute": { ‸ } }',
      ['role', 'type'],
      'type',
      '{ "type": "Cluster", "dbRoleToExecute": { "type": "" } }',
    ],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryAuthentication": { ‸ } }',
      ['type'],
      'type',
      '{ "type": "SchemaRegistry", "schemaRegistryAuthentication": { "type": "" } }',
    ],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryAuthentication": { "type": "USER_INFO", ‸ } }',
      ['username', 'password'],
      'username',
      '{ "type": "SchemaRegistry", "schemaRegistryAuthentication": { "type": "USER_INFO", "username": "" } }',
    ],
    ['{ "type": "SchemaRegistry", "schemaRegistryAuthentication": { "type": "SASL_INHERIT", ‸ } }', []],
    [
      '{ "type": "AzureBlobStorage", "azure": { ‸ } }',
      ['servicePrincipalId', 'storageAccountName'],
      'servicePrincipalId',
      '{ "type": "AzureBlobStorage", "azure": { "servicePrincipalId": "" } }',
    ],
    [
      '{ "type": "GCPPubSub", "gcp": { ‸ } }',
      ['serviceAccountId'],
      'serviceAccountId',
      '{ "type": "GCPPubSub", "gcp": { "serviceAccountId": "" } }',
    ],
  ])('%s', check);
});

describe('values', () => {
  test.each<Row>([
    ['{ "type": ‸ }', types, '"Https"', '{ "type": "Https" }'],
    ['{ "type": "Kaf‸ka" }', types, '"Kafka"', '{ "type": "Kafka" }'],
    ['{ "type":‸ }', types, '"Sample"', '{ "type": "Sample" }'],
    ['{ "type": ‸"Kafka" }', types, '"Kafka"', '{ "type": "Kafka" }'],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLA‸IN" } }',
      ['"PLAIN"', '"SCRAM-256"', '"SCRAM-512"', '"OAUTHBEARER"', '"AWS_MSK_IAM"', '""'],
      '"PLAIN"',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN" } }',
    ],
    [
      '{ "type": "Kafka", "security": { "protocol": "SASL_SSL" }, "authentication": { "mechanism": ‸ } }',
      ['"PLAIN"', '"SCRAM-256"', '"SCRAM-512"', '"OAUTHBEARER"', '"AWS_MSK_IAM"'],
      '"SCRAM-512"',
      '{ "type": "Kafka", "security": { "protocol": "SASL_SSL" }, "authentication": { "mechanism": "SCRAM-512" } }',
    ],
    [
      '{ "type": "Kafka", "security": { "protocol": ‸ } }',
      ['"SASL_SSL"', '"SASL_PLAINTEXT"', '"SSL"', '"PLAINTEXT"'],
      '"SSL"',
      '{ "type": "Kafka", "security": { "protocol": "SSL" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN" }, "security": { "protocol": "‸" } }',
      ['"SASL_SSL"', '"SASL_PLAINTEXT"'],
      '"SASL_SSL"',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN" }, "security": { "protocol": "SASL_SSL" } }',
    ],
    [
      '{ "type": "Kafka", "bootstrapServers": "‸" }',
      [
        '"broker1.example.com:9092,broker2.example.com:9092"',
        '"pkc-abc12.us-east-1.aws.confluent.cloud:9092"',
        '"my-namespace.servicebus.windows.net:9093"',
        '"b-1.orders.abc123.c2.kafka.us-east-1.amazonaws.com:9094"',
        '"b-1.orders.abc123.c2.kafka.us-east-1.amazonaws.com:9096"',
        '"b-1.orders.abc123.c2.kafka.us-east-1.amazonaws.com:9098"',
      ],
      '"my-namespace.servicebus.windows.net:9093"',
      '{ "type": "Kafka", "bootstrapServers": "my-namespace.servicebus.windows.net:9093" }',
    ],
    [
      '{ "type": "Kafka", "config": { "auto.offset.reset": "‸" } }',
      ['"earliest"', '"latest"', '"none"'],
      '"none"',
      '{ "type": "Kafka", "config": { "auto.offset.reset": "none" } }',
    ],
    [
      '{ "type": "Kafka", "config": { "compression.type": ‸ } }',
      ['"none"', '"gzip"', '"snappy"', '"lz4"', '"zstd"'],
      '"gzip"',
      '{ "type": "Kafka", "config": { "compression.type": "gzip" } }',
    ],
    ['{ "type": "Kafka", "config": { "unknown": ‸ } }', []],
    [
      '{ "type": "Kafka", "networking": { "access": { "type": "‸" } } }',
      ['"PUBLIC"', '"VPC"', '"PRIVATE_LINK"'],
      '"VPC"',
      '{ "type": "Kafka", "networking": { "access": { "type": "VPC" } } }',
    ],
    [
      '{ "type": "AWSLambda", "publicPrivateNetworking": { "access": { "type": ‸ } } }',
      ['"PUBLIC"', '"PRIVATE_LINK"'],
      '"PRIVATE_LINK"',
      '{ "type": "AWSLambda", "publicPrivateNetworking": { "access": { "type": "PRIVATE_LINK" } } }',
    ],
    [
      '{ "type": "Sample", "name": ‸ }',
      ['"sample_stream_solar"', '"samplestock"', '"sampleweather"', '"sampleiot"', '"samplelog"', '"samplecommerce"'],
      '"samplestock"',
      '{ "type": "Sample", "name": "samplestock" }',
    ],
    [
      '{ "type": "Cluster", "dbRoleToExecute": { "type": "BUILT_IN", "role": ‸ } }',
      ['"readAnyDatabase"', '"readWriteAnyDatabase"'],
      '"readWriteAnyDatabase"',
      '{ "type": "Cluster", "dbRoleToExecute": { "type": "BUILT_IN", "role": "readWriteAnyDatabase" } }',
    ],
    [
      '{ "type": "Cluster", "dbRoleToExecute": { "type": ‸ } }',
      ['"BUILT_IN"', '"CUSTOM"'],
      '"CUSTOM"',
      '{ "type": "Cluster", "dbRoleToExecute": { "type": "CUSTOM" } }',
    ],
    [
      '{ "type": "Cluster", "clusterGroupId": ‸ }',
      ['"32b6e34b3d91647abb20e7b8"'],
      '"32b6e34b3d91647abb20e7b8"',
      '{ "type": "Cluster", "clusterGroupId": "32b6e34b3d91647abb20e7b8" }',
    ],
    [
      '{ "type": "Https", "url": "‸" }',
      ['"https://api.example.com/v1/orders"'],
      '"https://api.example.com/v1/orders"',
      '{ "type": "Https", "url": "https://api.example.com/v1/orders" }',
    ],
    [
      '{ "type": "SchemaRegistry", "provider": ‸ }',
      ['"CONFLUENT"'],
      '"CONFLUENT"',
      '{ "type": "SchemaRegistry", "provider": "CONFLUENT" }',
    ],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": ‸ }',
      ['["https://registry.example.com:8081"]'],
      '["https://registry.example.com:8081"]',
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": ["https://registry.example.com:8081"] }',
    ],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": [‸] }',
      ['"https://registry.example.com:8081"'],
      '"https://registry.example.com:8081"',
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": ["https://registry.example.com:8081"] }',
    ],
    [
      '{ "type": "S3", "region": ‸ }',
      ['"VIRGINIA_USA"', '"DUBLIN_IRL"', '"eastus2"', '"US_CENTRAL1"'],
      '"DUBLIN_IRL"',
      '{ "type": "S3", "region": "DUBLIN_IRL" }',
    ],
  ])('%s', check);
});

describe('whole blocks', () => {
  test.each<Row>([
    [
      '{ "type": "Kafka", "authentication": ‸ }',
      ['PLAIN', 'SCRAM-256', 'SCRAM-512', 'OAUTHBEARER', 'AWS_MSK_IAM', 'mutual TLS'],
      'AWS_MSK_IAM',
      '{ "type": "Kafka", "authentication": {\n  "mechanism": "AWS_MSK_IAM",\n  "aws": {\n    "roleArn": "arn:aws:iam::123456789012:role/atlas-streams"\n  }\n} }',
    ],
    [
      '{ "type": "Kafka", "security": { "protocol": "SASL_SSL" }, "authentication": ‸ }',
      ['PLAIN', 'SCRAM-256', 'SCRAM-512', 'OAUTHBEARER', 'AWS_MSK_IAM'],
      'PLAIN',
      '{ "type": "Kafka", "security": { "protocol": "SASL_SSL" }, "authentication": {\n  "mechanism": "PLAIN",\n  "username": "user",\n  "password": "${secret:KAFKA_PASSWORD}"\n} }',
    ],
    [
      '{ "type": "Kafka", "networking": ‸ }',
      ['PUBLIC', 'VPC', 'PRIVATE_LINK'],
      'PUBLIC',
      '{ "type": "Kafka", "networking": {\n  "access": {\n    "type": "PUBLIC"\n  }\n} }',
    ],
    [
      '{ "type": "AWSLambda", "publicPrivateNetworking": ‸ }',
      ['PUBLIC', 'PRIVATE_LINK'],
      'PRIVATE_LINK',
      '{ "type": "AWSLambda", "publicPrivateNetworking": {\n  "access": {\n    "type": "PRIVATE_LINK",\n    "connectionId": "32b6e34b3d91647abb20e7b8"\n  }\n} }',
    ],
    [
      '{ "type": "Cluster", "dbRoleToExecute": ‸ }',
      ['BUILT_IN', 'CUSTOM'],
      'CUSTOM',
      '{ "type": "Cluster", "dbRoleToExecute": {\n  "role": "myRole",\n  "type": "CUSTOM"\n} }',
    ],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryAuthentication": ‸ }',
      ['USER_INFO', 'SASL_INHERIT'],
      'SASL_INHERIT',
      '{ "type": "SchemaRegistry", "schemaRegistryAuthentication": {\n  "type": "SASL_INHERIT"\n} }',
    ],
    [
      '{ "type": "AzureBlobStorage", "azure": ‸ }',
      ['azure storage account'],
      'azure storage account',
      '{ "type": "AzureBlobStorage", "azure": {\n  "servicePrincipalId": "12345678-1234-1234-1234-123456789012",\n  "storageAccountName": "mystorageaccount"\n} }',
    ],
  ])('%s', check);
});

describe('placeholders', () => {
  test.each<Row>([
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "‸" } }',
      ['"${secret:KAFKA_PW}"', '"${secret:REGISTRY_PW}"', '"${secret:KAFKA_PASSWORD}"'],
      '"${secret:KAFKA_PASSWORD}"',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:KAFKA_PASSWORD}" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${‸" } }',
      kinds,
      'env:',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${env:}" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${‸}" } }',
      kinds,
      'file:',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${file:}" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:‸" } }',
      stored,
      'REGISTRY_PW',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:REGISTRY_PW}" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:O‸LD}" } }',
      stored,
      'REGISTRY_PW',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:REGISTRY_PW}" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:O‸',
      stored,
      'REGISTRY_PW',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:REGISTRY_PW}"',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${sec‸ret:OLD}" } }',
      kinds,
      'secret:',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:}" } }',
    ],
    ['{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${env:‸" } }', []],
    [
      '{ "type": "Kafka", "security": { "brokerPublicCertificate": "${file:‸}" } }',
      ['certificates/ca.pem'],
      'certificates/ca.pem',
      '{ "type": "Kafka", "security": { "brokerPublicCertificate": "${file:certificates/ca.pem}" } }',
    ],
    [
      '{ "type": "Https", "headers": { "Authorization": "Bearer ${secret:‸}" } }',
      ['"${secret:KAFKA_PW}"', '"${secret:REGISTRY_PW}"', '"${secret:API_AUTHORIZATION}"'],
      '"${secret:REGISTRY_PW}"',
      '{ "type": "Https", "headers": { "Authorization": "${secret:REGISTRY_PW}" } }',
    ],
  ])('%s', check);
});

describe('broken files', () => {
  test.each<Row>([
    ['{ "ty‸', common, 'type', '{ "type": ""'],
    [
      '{ "type": "Kafka", "security": { "protocol": "SASL_‸',
      ['"SASL_SSL"', '"SASL_PLAINTEXT"', '"SSL"', '"PLAINTEXT"'],
      '"SASL_SSL"',
      '{ "type": "Kafka", "security": { "protocol": "SASL_SSL"',
    ],
    [
      '{ "type": "Kafka", "security": {‸',
      ['protocol', 'brokerPublicCertificate'],
      'brokerPublicCertificate',
      '{ "type": "Kafka", "security": {"brokerPublicCertificate": "${file:certificates/ca.pem}"',
    ],
    ['{ "type": "Kaf‸, "name": "x" }', types, '"Kafka"', '{ "type": "Kafka", "name": "x" }'],
    ['{ "clus‸, "type": "Cluster" }', clusterKeys, 'clusterName', '{ "clusterName": "", "type": "Cluster" }'],
    ['{ "type": "Cluster", clus‸ }', clusterKeys, 'clusterName', '{ "type": "Cluster", "clusterName": "" }'],
    ['{ "type": "Cluster" ‸ }', clusterKeys, 'clusterGroupId', '{ "type": "Cluster", "clusterGroupId": "" }'],
    [
      '{ "type": "Cluster" ‸, "name": "x" }',
      ['clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'],
      'clusterName',
      '{ "type": "Cluster", "clusterName": "", "name": "x" }',
    ],
    [
      '{ "type": "Cluster", ‸"name": "x" }',
      ['clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'],
      'dbRoleToExecute',
      '{ "type": "Cluster", "dbRoleToExecute": , "name": "x" }',
    ],
    [
      '{ "type": "Cluster", ‸ "name": "x" }',
      ['clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'],
      'clusterName',
      '{ "type": "Cluster", "clusterName": "", "name": "x" }',
    ],
    [
      '{ "type": "Cluster", "name": ‸ "clusterName": "x" }',
      ['"orders-kafka"'],
      '"orders-kafka"',
      '{ "type": "Cluster", "name": "orders-kafka", "clusterName": "x" }',
    ],
    ['{ "type": "Cluster"\n  "clus‸\n}', clusterKeys, 'clusterName', '{ "type": "Cluster",\n  "clusterName": ""\n}'],
    ['{ "type": "Cluster",‸ }', clusterKeys, 'clusterGroupId', '{ "type": "Cluster", "clusterGroupId": "" }'],
    ['{ "type": ‸,, "name": "x" }', types, '"SchemaRegistry"', '{ "type": "SchemaRegistry",, "name": "x" }'],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": ["https://a.example.com" ‸] }',
      ['"https://registry.example.com:8081"'],
      '"https://registry.example.com:8081"',
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": ["https://a.example.com", "https://registry.example.com:8081"] }',
    ],
  ])('%s', check);
});

describe('nothing, where nothing fits', () => {
  test.each<Row>([
    ['{ "type": "Sample", "name": "x" } ‸', []],
    ['{ "type": "Sample"‸ }', []],
    ['{ "type"‸: "Sample" }', []],
    ['{ "type" ‸ }', []],
    ['{ "type": "Kafka", "authentication": {}‸ }', []],
    ['{ "type": "Kafka", "authentication": ‸ {} }', []],
    ['‸{ "type": "Kafka" }', []],
    ['{ "type": "Kafka", /* ‸ */ }', []],
    ['{ "type": "Kafka", // ‸', []],
    ['{ "type": "Kafka", "config": { "foo": { ‸ } } }', []],
    ['[‸]', []],
  ])('%s', check);
});

describe('positions in the text', () => {
  const accepted = '"type": "Sample"';
  test.each([
    ['behind an astral character', '{ "name": "😀", "type": "‸" }', `{ "name": "😀", ${accepted} }`],
    ['with CRLF', '{\r\n  "name": "x",\r\n  "type": "‸"\r\n}', `{\r\n  "name": "x",\r\n  ${accepted}\r\n}`],
    ['with a lone CR', '{\r  "type": "‸"\r}', `{\r  ${accepted}\r}`],
    ['with a byte order mark', '\ufeff{ "type": "‸" }', `\ufeff{ ${accepted} }`],
    ['with escapes before it', '{ "na\\u006de": "\\"", "type": "‸" }', `{ "na\\u006de": "\\"", ${accepted} }`],
  ])('%s', (_, marked, after) => {
    expect(labelsAt(engine, marked)).toEqual(types);
    expect(accept(engine, marked, '"Sample"')).toBe(after);
  });
});
