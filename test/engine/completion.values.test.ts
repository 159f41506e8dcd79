// The values, whole blocks and placeholders that completion offers at a cursor (‸): one row for each position.
import { describe, test } from 'vitest';
import { check, type Row, types } from '../support/completionTable.ts';

const stored = ['KAFKA_PW', 'REGISTRY_PW'];
const kinds = ['secret:', 'env:', 'file:'];

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
      ['["https://registry.example.com:8081"]', '[]'],
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
      ['PLAIN', 'SCRAM-256', 'SCRAM-512', 'OAUTHBEARER', 'AWS_MSK_IAM', 'mutual TLS', '{}'],
      'AWS_MSK_IAM',
      '{ "type": "Kafka", "authentication": {\n  "mechanism": "AWS_MSK_IAM",\n  "aws": {\n    "roleArn": "arn:aws:iam::123456789012:role/atlas-streams"\n  }\n} }',
    ],
    [
      '{ "type": "Kafka", "security": { "protocol": "SASL_SSL" }, "authentication": ‸ }',
      ['PLAIN', 'SCRAM-256', 'SCRAM-512', 'OAUTHBEARER', 'AWS_MSK_IAM', '{}'],
      'PLAIN',
      '{ "type": "Kafka", "security": { "protocol": "SASL_SSL" }, "authentication": {\n  "mechanism": "PLAIN",\n  "username": "user",\n  "password": "${secret:TEST_PASSWORD}"\n} }',
    ],
    [
      '{ "type": "Kafka", "networking": ‸ }',
      ['PUBLIC', 'VPC', 'PRIVATE_LINK', '{}'],
      'PUBLIC',
      '{ "type": "Kafka", "networking": {\n  "access": {\n    "type": "PUBLIC"\n  }\n} }',
    ],
    [
      '{ "type": "AWSLambda", "publicPrivateNetworking": ‸ }',
      ['PUBLIC', 'PRIVATE_LINK', '{}'],
      'PRIVATE_LINK',
      '{ "type": "AWSLambda", "publicPrivateNetworking": {\n  "access": {\n    "type": "PRIVATE_LINK",\n    "connectionId": "32b6e34b3d91647abb20e7b8"\n  }\n} }',
    ],
    [
      '{ "type": "Cluster", "dbRoleToExecute": ‸ }',
      ['BUILT_IN', 'CUSTOM', '{}'],
      'CUSTOM',
      '{ "type": "Cluster", "dbRoleToExecute": {\n  "role": "myRole",\n  "type": "CUSTOM"\n} }',
    ],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryAuthentication": ‸ }',
      ['USER_INFO', 'SASL_INHERIT', '{}'],
      'SASL_INHERIT',
      '{ "type": "SchemaRegistry", "schemaRegistryAuthentication": {\n  "type": "SASL_INHERIT"\n} }',
    ],
    [
      '{ "type": "AzureBlobStorage", "azure": ‸ }',
      ['azure storage account', '{}'],
      'azure storage account',
      '{ "type": "AzureBlobStorage", "azure": {\n  "servicePrincipalId": "12345678-1234-1234-1234-123456789012",\n  "storageAccountName": "mystorageaccount"\n} }',
    ],
  ])('%s', check);
});

describe('objects and arrays', () => {
  test.each<Row>([
    [
      '{ "type": "Kafka", "security": ‸ }',
      ['{ "protocol": … }', '{}'],
      '{ "protocol": … }',
      '{ "type": "Kafka", "security": {\n  "protocol": "SASL_SSL"\n} }',
    ],
    [
      '{ "type": "Kafka", "security": "‸" }',
      ['{ "protocol": … }', '{}'],
      '{ "protocol": … }',
      '{ "type": "Kafka", "security": {\n  "protocol": "SASL_SSL"\n} }',
    ],
    ['{ "type": "Kafka", "security":‸', ['{ "protocol": … }', '{}'], '{}', '{ "type": "Kafka", "security": {}'],
    [
      '{ "type": "Kafka", "security": ‸ "name": "x" }',
      ['{ "protocol": … }', '{}'],
      '{}',
      '{ "type": "Kafka", "security": {}, "name": "x" }',
    ],
    [
      '{ "type": "S3", "aws": ‸ }',
      ['aws role', '{}'],
      'aws role',
      '{ "type": "S3", "aws": {\n  "roleArn": "arn:aws:iam::123456789012:role/atlas-streams"\n} }',
    ],
    ['{ "type": "Kafka", "config": "‸" }', ['{}'], '{}', '{ "type": "Kafka", "config": {} }'],
    ['{ "type": "Https", "headers": nu‸ll }', ['{}'], '{}', '{ "type": "Https", "headers": {} }'],
    [
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": "‸" }',
      ['["https://registry.example.com:8081"]', '[]'],
      '[]',
      '{ "type": "SchemaRegistry", "schemaRegistryUrls": [] }',
    ],
    ['{ "type": "Kafka", "unknown": ‸ }', []],
    ['{ "type": "Kafka", "security": {}‸ }', []],
  ])('%s', check);
});

describe('placeholders', () => {
  test.each<Row>([
    // Without its quotation marks, it is written anew with them.
    ...['${‸}', '${‸', '${sec‸ret:}', '${secret:KA‸', '${secret:KAFKA_PW‸}'].map(
      (written): Row => [
        `{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": ${written} } }`,
        ['"${secret:KAFKA_PW}"', '"${secret:REGISTRY_PW}"', '"${secret:TEST_PASSWORD}"'],
        '"${secret:REGISTRY_PW}"',
        '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:REGISTRY_PW}" } }',
      ],
    ),
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "‸" } }',
      ['"${secret:KAFKA_PW}"', '"${secret:REGISTRY_PW}"', '"${secret:TEST_PASSWORD}"'],
      '"${secret:TEST_PASSWORD}"',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:TEST_PASSWORD}" } }',
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
      [...stored, 'TEST_PASSWORD'],
      'REGISTRY_PW',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:REGISTRY_PW}" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:O‸LD}" } }',
      [...stored, 'TEST_PASSWORD'],
      'REGISTRY_PW',
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:REGISTRY_PW}" } }',
    ],
    [
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": "${secret:O‸',
      [...stored, 'TEST_PASSWORD'],
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
      ['"${secret:KAFKA_PW}"', '"${secret:REGISTRY_PW}"', '"${secret:TEST_AUTHORIZATION}"'],
      '"${secret:REGISTRY_PW}"',
      '{ "type": "Https", "headers": { "Authorization": "${secret:REGISTRY_PW}" } }',
    ],
  ])('%s', check);
});
