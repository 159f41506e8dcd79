// Where in a file a refusal of Atlas is said, and how: by the fields that it names, and by its code.
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../server/src/protocol.ts';
import { detail, https, kafka, lambda, registry, wrong } from '../support/refusals.ts';
import { placesOf, saidOf } from '../support/refused.ts';

const validation = 'The request content produced the validation error: ';

describe('badRequestDetail.fields', () => {
  test.each([
    ['a name', 'bootstrapServers', '/bootstrapServers ["broker.example.com:9092"]'],
    ['dots', 'security.protocol', '/security/protocol ["SASL_SSL"]'],
    ['brackets', "authentication['mechanism']", '/authentication/mechanism ["SCRAM-256"]'],
    ['a pointer', '/authentication/mechanism', '/authentication/mechanism ["SCRAM-256"]'],
    ['a JSON path', '$.security.protocol', '/security/protocol ["SASL_SSL"]'],
    ['a key with dots', 'config.auto.offset.reset', '/config/auto.offset.reset ["earliest"]'],
    ['only the end of the way', 'protocol', '/security/protocol ["SASL_SSL"]'],
    ['a way from elsewhere', 'streamsConnection.security.protocol', '/security/protocol ["SASL_SSL"]'],
    ['an object: its key', 'authentication', '/authentication ["authentication"]'],
    ['further than is known', 'security.protocol.name', '/security/protocol ["SASL_SSL"]'],
    [
      'what is not there, by the object that lacks it',
      'security.brokerPublicCertificate',
      '/security/brokerPublicCertificate ["security"]',
    ],
    ['what the file lacks, by its type', 'networking', '/networking ["Kafka"]'],
    ['an object in what is not there', 'networking.access.type', '/networking/access/type ["Kafka"]'],
    ['nothing known', 'frobnicate', ' [{]'],
    ['nothing at all', '', ' [{]'],
  ])('%s', async (_, field, place) => {
    expect(await placesOf({ file: kafka, refusal: wrong(field) })).toEqual([place]);
  });

  test.each(['schemaRegistryUrls[1]', 'schemaRegistryUrls.1', '/schemaRegistryUrls/1'])('%s', async (field) => {
    expect(await placesOf({ file: registry, refusal: wrong(field) })).toEqual([
      '/schemaRegistryUrls/1 ["https://b.example.com"]',
    ]);
  });

  test('each is said by itself, with its own words', async () => {
    const fields = [
      { field: 'name', description: 'must not be used' },
      { field: 'security.protocol', description: 'must match the broker.' },
      { field: 'frobnicate', description: 'is needed' },
    ];
    expect(
      await saidOf({ file: kafka, refusal: { errorCode: 'NEW_CODE', detail: 'See bootstrapServers.', fields } }),
    ).toEqual([
      'NEW_CODE /name ["orders"] must not be used.',
      'NEW_CODE /security/protocol ["SASL_SSL"] must match the broker.',
      'NEW_CODE  [{] frobnicate: is needed.',
    ]);
  });

  test('without a description, with the words of the whole', async () => {
    const fields = [{ field: 'name', description: '' }];
    expect(await saidOf({ file: kafka, refusal: { detail: 'Bad fields.', fields } })).toEqual([
      '400 /name ["orders"] Bad fields.',
    ]);
  });

  test('at most ten are shown', async () => {
    const fields = Array.from({ length: 100_000 }, (_, at) => ({ field: 'name', description: `fault ${at}` }));
    expect(await saidOf({ file: kafka, refusal: { fields } })).toHaveLength(10);
  });
});

describe('codes that are known', () => {
  const exists = 'STREAM_CONNECTION_NAME_ALREADY_EXISTS';
  const networkingFixed = 'STREAM_NETWORKING_CANNOT_BE_MODIFIED';
  const networking = { access: { type: 'PUBLIC' } };

  test('name exists', async () => {
    const refusal = {
      status: 409,
      errorCode: exists,
      ...detail('A Stream connection with the name orders already exists.'),
    };
    expect(await saidOf({ file: kafka, refusal })).toEqual([
      `${exists} /name ["orders"] A Stream connection with the name orders already exists. Compare it with this file and update it, or rename this one.`,
    ]);
  });

  test('it says where, on one line', async () => {
    const refusal = { errorCode: exists, target: 'Shop\n / orders', ...detail('It exists.') };
    const [said] = await saidOf({ file: kafka, refusal });
    expect(said).toMatch(/\["orders"\] In Shop \/ orders: It exists\. Compare it/);
  });

  test('name exists, of a file without a name', async () => {
    const { name: _, ...nameless } = kafka;
    expect(await placesOf({ file: nameless, refusal: { errorCode: exists } })).toEqual(['/name ["Kafka"]']);
  });

  test.each([
    ['the block that there is', { ...kafka, networking }, '/networking ["networking"]'],
    [
      'under its other name',
      { ...lambda, publicPrivateNetworking: networking },
      '/publicPrivateNetworking ["publicPrivateNetworking"]',
    ],
    ['the one that the type would have', lambda, '/publicPrivateNetworking ["AWSLambda"]'],
    ['the file, where the type has neither', { type: 'Sample', name: 's' }, ' [{]'],
  ])('networking cannot be modified: %s', async (_, file, place) => {
    expect(await placesOf({ file, refusal: { errorCode: networkingFixed } })).toEqual([place]);
  });

  test('networking cannot be modified says what to do', async () => {
    const [said] = await saidOf({
      file: { ...kafka, networking },
      refusal: { errorCode: networkingFixed, detail: 'No.' },
    });
    expect(said).toMatch(/ No\. Networking stays as it was created\. Write it as it is in Atlas, or delete /);
  });

  test.each<[string, Partial<Refusal>, string]>([
    ['MISSING_CREDENTIALS_FOR_AUTH_MECHANISM', detail('Missing credentials.'), '/authentication ["authentication"]'],
    [
      'MISSING_ATTRIBUTE',
      detail('The attribute brokerPublicCertificate is needed.'),
      '/security/brokerPublicCertificate ["security"]',
    ],
    [
      'MISSING_OR_INVALID_ATTRIBUTE',
      { parameters: ['bootstrapServers'] },
      '/bootstrapServers ["broker.example.com:9092"]',
    ],
    [
      'INVALID_JSON_ATTRIBUTE',
      detail('The JSON of the authentication attribute has another form.'),
      '/authentication ["authentication"]',
    ],
    ['INVALID_ENUM_VALUE', detail('There is no value SCRAM-256.'), '/authentication/mechanism ["SCRAM-256"]'],
    [
      'INVALID_ENUM_VALUE',
      { detail: 'An invalid value.', parameters: ['SASL_SSL'] },
      '/security/protocol ["SASL_SSL"]',
    ],
    ['INVALID_ENUM_VALUE', detail('An invalid value for security.protocol.'), '/security/protocol ["SASL_SSL"]'],
    ['INVALID_ENUM_VALUE', detail('An invalid value.'), ' [{]'],
    ['ATTRIBUTE_READ_ONLY', { detail: 'type cannot be changed.', parameters: ['type'] }, '/type ["Kafka"]'],
    ['STREAM_CONNECTION_NOT_FOUND_FOR_NAME', { status: 404, parameters: ['orders', 'p', 'i'] }, '/name ["orders"]'],
    ['STREAM_CONNECTION_HAS_STREAM_PROCESSORS', { status: 403, detail: 'The name is in use.' }, ' [{]'],
    ['MALFORMED_JSON', detail('The JSON is malformed.'), ' [{]'],
    [
      'VALIDATION_ERROR',
      detail(`${validation}Invalid bootstrapServers.`),
      '/bootstrapServers ["broker.example.com:9092"]',
    ],
    [
      'VALIDATION_ERROR',
      { parameters: ['Invalid bootstrapServers.'] },
      '/bootstrapServers ["broker.example.com:9092"]',
    ],
  ])('%s %j at %s', async (errorCode, refusal, place) => {
    expect(await placesOf({ file: kafka, refusal: { errorCode, ...refusal } })).toEqual([place]);
  });

  test.each<[string, string, object, string]>([
    [
      'MISSING_ATTRIBUTE',
      'The attribute provider is needed.',
      { type: 'SchemaRegistry', name: 'r' },
      '/provider ["SchemaRegistry"]',
    ],
    ['ATTRIBUTE_READ_ONLY', 'The attribute id is read-only.', { ...kafka, id: 'x' }, '/id ["x"]'],
    ['VALIDATION_ERROR', `${validation}Invalid url.`, https, '/url ["https://api.example.com"]'],
    ['VALIDATION_ERROR', `${validation}Invalid url.`, registry, '/schemaRegistryUrls ["schemaRegistryUrls"]'],
  ])('%s “%s” in %j at %s', async (errorCode, text, file, place) => {
    expect(await placesOf({ file, refusal: { errorCode, detail: text } })).toEqual([place]);
  });

  test.each([
    [401, 'NOT_ORG_GROUP_CREATOR'],
    [401, undefined],
    [403, 'USER_UNAUTHORIZED'],
    [404, 'STREAM_TENANT_NOT_FOUND_FOR_NAME'],
    [429, 'RATE_LIMITED'],
    [503, undefined],
  ])('%s %s does not speak of the file, so nothing is said in it', async (status, errorCode) => {
    const refusal = { status, ...(errorCode ? { errorCode } : {}), detail: 'The name or the role is not known.' };
    expect(await saidOf({ file: kafka, refusal })).toEqual([]);
  });

  test('unless it names a field', async () => {
    expect(
      await placesOf({ file: kafka, refusal: { status: 403, errorCode: 'USER_UNAUTHORIZED', ...wrong('name') } }),
    ).toEqual(['/name ["orders"]']);
  });
});
