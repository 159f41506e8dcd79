// Where in a file a refusal of Atlas is said, and how.
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../server/src/protocol.ts';
import { placesOf, saidOf } from '../support/refused.ts';

const kafka = {
  type: 'Kafka',
  name: 'orders',
  bootstrapServers: 'broker.example.com:9092',
  authentication: { mechanism: 'SCRAM-256', username: 'orders', password: '${secret:P}' },
  security: { protocol: 'SASL_SSL' },
  config: { 'auto.offset.reset': 'earliest' },
};
const registry = {
  type: 'SchemaRegistry',
  name: 'registry',
  provider: 'CONFLUENT',
  schemaRegistryUrls: ['https://a.example.com', 'https://b.example.com'],
  schemaRegistryAuthentication: { type: 'SASL_INHERIT' },
};
const https = { type: 'Https', name: 'api', url: 'https://api.example.com', headers: { 'X-Api-Key': '${secret:K}' } };
const lambda = { type: 'AWSLambda', name: 'fn', aws: { roleArn: 'arn:aws:iam::123456789012:role/x' } };
const wrong = (...fields: string[]) => ({ fields: fields.map((field) => ({ field, description: 'is wrong' })) });
const detail = (text: string) => ({ detail: text });
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
      `${exists} /name ["orders"] A Stream connection with the name orders already exists. Give this one another name, or update the one that has it.`,
    ]);
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

describe('names in what Atlas says', () => {
  test.each([
    [
      'a name, at the end of a sentence',
      'Cannot resolve bootstrapServers.',
      ['/bootstrapServers ["broker.example.com:9092"]'],
    ],
    ['the longest of names inside each other', 'Wrong security.protocol here', ['/security/protocol ["SASL_SSL"]']],
    ['a key with dots', 'Unknown auto.offset.reset', ['/config/auto.offset.reset ["earliest"]']],
    ['a header', 'Header X-Api-Key is malformed', ['/headers/X-Api-Key ["${secret:K}"]'], https],
    [
      'a name behind other words',
      'Invalid KafkaConnection.bootstrapServers',
      ['/bootstrapServers ["broker.example.com:9092"]'],
    ],
    ['a word in quotes', 'The "name" of this type is taken', ['/name ["orders"]']],
    ['an ordinary word, the first', 'The mechanism needs a username', ['/authentication/mechanism ["SCRAM-256"]']],
    [
      'what is surely meant before an ordinary word',
      'This type needs bootstrapServers',
      ['/bootstrapServers ["broker.example.com:9092"]'],
    ],
    [
      'two that are surely meant',
      'bootstrapServers do not answer at security.protocol',
      ['/bootstrapServers ["broker.example.com:9092"]', '/security/protocol ["SASL_SSL"]'],
    ],
    [
      'not the object around it',
      'In "authentication" the "mechanism" is unknown',
      ['/authentication/mechanism ["SCRAM-256"]'],
    ],
    [
      'what is there, not what could be',
      'Invalid roleArn',
      ['/aws/roleArn ["arn:aws:iam::123456789012:role/x"]'],
      lambda,
    ],
    ['the outermost of the same name', 'Invalid "type"', ['/type ["SchemaRegistry"]'], registry],
    [
      'the same name twice',
      'bootstrapServers: bad bootstrapServers',
      ['/bootstrapServers ["broker.example.com:9092"]'],
    ],
    ['parts of words are no names', 'Renamed untyped, names-paces, configuration', [' [{]']],
    ['other capitals are no names', 'Name, BOOTSTRAPSERVERS', [' [{]']],
    ['what only Atlas writes is not missing', 'The state is invalid', [' [{]']],
  ])('%s', async (_, text, places, file: object = kafka) => {
    expect(await placesOf({ file, refusal: { errorCode: 'NEW', ...detail(text) } })).toEqual(places);
  });
});

describe('otherwise the first line', () => {
  test.each([
    ['an unknown code', { errorCode: 'NEVER_SEEN', detail: 'Nope' }, 'NEVER_SEEN  [{] Nope.'],
    ['no code', { detail: 'Nope!' }, '400  [{] Nope!'],
    ['only a reason', { reason: 'Bad Request' }, '400  [{] Atlas refused it with 400: Bad Request.'],
    ['nothing', {}, '400  [{] Atlas refused it with 400.'],
    [
      'a fault of Atlas',
      { status: 500, errorCode: 'UNEXPECTED_ERROR', detail: 'Unexpected error.' },
      'UNEXPECTED_ERROR  [{] Unexpected error.',
    ],
    [
      'a code that is a word of ours',
      { errorCode: '__proto__', detail: 'constructor toString' },
      '__proto__  [{] constructor toString.',
    ],
  ])('%s', async (_, refusal, said) => {
    expect(await saidOf({ file: kafka, refusal })).toEqual([said]);
  });

  test.each([
    ['{ "type": "Sample", "name": "s" }', '{ "type": "Sample", "name": "s" }'],
    ['\n\n  { "type": "Sample",\r\n "name": "s" }', '{ "type": "Sample",'],
    ['{"type":"Sample",\r"name":"s"}', '{"type":"Sample",'],
  ])('of %j it is %j', async (now, line) => {
    expect(await saidOf({ file: { type: 'Sample', name: 's' }, refusal: {}, now })).toEqual([
      `400  [${line}] Atlas refused it with 400.`,
    ]);
  });
});

describe('while the place is as it was sent', () => {
  const atProtocol = wrong('security.protocol');
  const edited = (change: (text: string) => string) => change(JSON.stringify(kafka, null, 2));

  test('it moves with the text', async () => {
    const now = edited((text) => text.replace('{', '{\n\n  "region": "VIRGINIA_USA",'));
    expect(await placesOf({ file: kafka, refusal: atProtocol, now })).toEqual(['/security/protocol ["SASL_SSL"]']);
  });

  test('it goes with an edit of the place, and comes back with the value that was refused', async () => {
    const now = edited((text) => text.replace('"SASL_SSL"', '"SASL_SSLx"'));
    expect(await saidOf({ file: kafka, refusal: atProtocol, now })).toEqual([]);
    const back = now.replace('SASL_SSLx', 'SASL_SSL');
    expect(await placesOf({ file: kafka, refusal: atProtocol, now: back })).toEqual([
      '/security/protocol ["SASL_SSL"]',
    ]);
  });

  test('an object is as it was only with all that is in it', async () => {
    const now = edited((text) => text.replace('SCRAM-256', 'SCRAM-512'));
    expect(await placesOf({ file: kafka, refusal: wrong('authentication', 'name'), now })).toEqual([
      '/name ["orders"]',
    ]);
  });

  test('what was missing is said until it is there', async () => {
    const missing = wrong('security.brokerPublicCertificate');
    const other = edited((text) => text.replace('"orders"', '"other"'));
    expect(await placesOf({ file: kafka, refusal: missing, now: other })).toEqual([
      '/security/brokerPublicCertificate ["security"]',
    ]);
    const now = edited((text) => text.replace('"protocol"', '"brokerPublicCertificate": "", "protocol"'));
    expect(await saidOf({ file: kafka, refusal: missing, now })).toEqual([]);
  });

  test('of the whole file, any value counts, its layout and $schema do not', async () => {
    const laidOut = JSON.stringify({ $schema: './x.json', ...kafka }, null, '\t');
    expect(await placesOf({ file: kafka, refusal: {}, now: laidOut })).toEqual([' [{]']);
    const now = edited((text) => text.replace('earliest', 'latest'));
    expect(await saidOf({ file: kafka, refusal: {}, now })).toEqual([]);
  });

  test.each(['', '[]', 'null', '{', '{ "name": ', '"orders"'])('%j has nothing of it', async (now) => {
    expect(await saidOf({ file: kafka, refusal: wrong('name', 'security.protocol'), now })).toEqual([]);
    expect(await saidOf({ file: kafka, refusal: {}, now })).toEqual([]);
  });
});

describe('hostile words', () => {
  test('a megabyte is read in time, and a line of it is shown', async () => {
    for (const unit of ['x', 'name ', '"', '"name', 'a.b.', '[', '\n', '\u202e', '😀', '\ud800']) {
      const text = unit.repeat(1_000_000 / unit.length);
      const fields = [{ field: text, description: text }];
      const refusal = { errorCode: text, reason: text, detail: text, parameters: [text] };
      for (const given of [refusal, { ...refusal, fields }]) {
        const [said = ''] = await saidOf({ file: kafka, refusal: given });
        expect(said.length).toBeLessThan(700);
        expect(said.isWellFormed()).toBe(true);
      }
    }
  });

  test('line breaks, control and direction characters become spaces; Markdown stays what it is', async () => {
    const text = 'a\r\nb\u0000c\u001b[31md\u202ee\u2028f **g** [h](command:evil) <b>';
    expect(await saidOf({ file: kafka, refusal: { errorCode: 'A\nB', detail: text } })).toEqual([
      'A B  [{] a b c [31md e f **g** [h](command:evil) <b>.',
    ]);
  });

  test('a body of twenty thousand keys is searched in time', async () => {
    const config = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key.${at}`, 'v']));
    expect(await placesOf({ file: { ...kafka, config }, refusal: detail('Bad key.19999.') })).toEqual([
      '/config/key.19999 ["v"]',
    ]);
  });
});
