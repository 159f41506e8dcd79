// The keys that completion offers at a cursor (‸): one row for each position.
import { describe, test } from 'vitest';
import { check, common, type Row } from '../support/completionTable.ts';
import { fieldsOf } from '../support/fields.ts';

const clusterKeys = ['name', 'clusterName', 'region', 'clusterGroupId', 'dbRoleToExecute'];
const parameters = [...fieldsOf('Kafka').keys()].flatMap((path) => /^config\.([^*]+)$/.exec(path)?.[1] ?? []);

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
    ['{ "type": "Kafka", "authentication": { "mechanism": "PLAN", ‸ } }', []],
    ['{ "type": "S3", "networking": { "access": { "type": "${env:ACCESS}", ‸ } } }', []],
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
