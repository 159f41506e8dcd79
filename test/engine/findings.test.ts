// What the editor says of a faulty file: code, place and words.
import { describe, expect, test } from 'vitest';
import { createEngine, type Severities, toPointer } from '../../server/src/engine/index.ts';
import { everyType } from '../support/completionTable.ts';
import { toText } from '../support/cursor.ts';

const engine = createEngine();

/** Each finding as `severity code pointer [the text it is drawn on]`. */
async function findings(content: string): Promise<string[]> {
  const text = toText(content);
  return (await engine.findings(text)).map(
    ({ severity, code, path, range }) => `${severity} ${code} ${toPointer(path)} [${text.getText(range)}]`,
  );
}

async function messages(content: string): Promise<string[]> {
  return (await engine.findings(toText(content))).map(({ message }) => message);
}

describe('a valid file', () => {
  test.each([
    '{ "type": "Sample", "name": "sample_stream_solar" }',
    '{ "type": "Cluster", "name": "shop", "clusterName": "Shop" }',
    '{ "$schema": "https://example.com/any.json", "type": "Sample", "name": "sample_stream_solar" }',
  ])('has no finding: %s', async (content) => {
    expect(await findings(content)).toEqual([]);
  });
});

describe('type chooses the rules', () => {
  test('without a type, one error says which types exist', async () => {
    expect(await findings('{ "name": "x", "clusterName": "y", "foo": 1 }')).toEqual(['error missing-type  [{]']);
    expect(await messages('{}')).toEqual([
      `Missing "type": it says what to connect to. Add "type" with one of ${everyType}.`,
    ]);
  });

  test.each([
    ['Kafkaa', 'Kafka'],
    ['kafka', 'Kafka'],
    ['https', 'Https'],
    ['AWS Lambda', 'AWSLambda'],
    ['AWSKinesisDataStream', 'AWSKinesisDataStreams'],
    ['Schema Registry', 'SchemaRegistry'],
  ])('a misspelt type %s gives one suggestion and nothing else', async (written, meant) => {
    const content = `{ "type": "${written}", "foo": 1, "clusterName": 3 }`;
    expect(await findings(content)).toEqual([`error unknown-type /type ["${written}"]`]);
    expect(await messages(content)).toEqual([`"${written}" is not a connection type. Did you mean "${meant}"?`]);
  });

  test('a type like no other lists them all', async () => {
    expect(await messages('{ "type": "Redis" }')).toEqual([`"Redis" is not a connection type. Choose ${everyType}.`]);
  });

  test('a type that is no text is one error', async () => {
    expect(await findings('{ "type": 3, "foo": 1 }')).toEqual(['error wrong-type /type [3]']);
  });
});

describe('rules of a type', () => {
  test('a missing property is drawn on the key of the object that lacks it, or on the type', async () => {
    expect(await findings('{ "type": "Cluster", "name": "x", "dbRoleToExecute": { "type": "BUILT_IN" } }')).toEqual([
      'warning missing-property  ["Cluster"]',
      'warning missing-property /dbRoleToExecute ["dbRoleToExecute"]',
    ]);
  });

  test('a missing property is described', async () => {
    expect(await messages('{ "type": "Cluster", "name": "x" }')).toEqual([
      expect.stringMatching(/^Missing "clusterName"\. Add it: name of .*\.$/),
    ]);
    expect(await messages('{ "type": "S3", "name": "x", "aws": {} }')).toEqual([
      expect.stringMatching(/Add it: ARN of/),
    ]);
  });

  test('an unknown key warns, with the nearest known one', async () => {
    const content = '{ "type": "Cluster", "name": "x", "clusterName": "x", "clusterGroupIds": "x" }';
    expect(await findings(content)).toEqual(['warning unknown-property /clusterGroupIds ["clusterGroupIds"]']);
    expect(await messages(content)).toEqual([
      expect.stringMatching(
        /^"clusterGroupIds" is not known in .*API version 2025-02-19.*Did you mean "clusterGroupId"\?$/,
      ),
    ]);
  });

  test('a missing property that is only misspelt is said once, and not dropped with its rule', async () => {
    const text = toText(
      '{ "type": "AWSLambda", "name": "x", "aws": { "roleARN": "arn:aws:iam::123456789012:role/x" } }',
    );
    const codesWith = async (severities: Severities) =>
      (await engine.findings(text, { severities })).map(({ code }) => code);
    expect(await codesWith({})).toEqual(['missing-property']);
    expect(await codesWith({ 'missing-property': 'off' })).toEqual(['unknown-property']);
    expect(await codesWith({ 'unknown-property': 'error' })).toEqual(['missing-property', 'unknown-property']);
  });

  test('a value of the wrong JSON type says which was expected', async () => {
    expect(await messages('{ "type": "Cluster", "name": "x", "clusterName": 3 }')).toEqual([
      'Expected a string, found a number. Put it in quotes.',
    ]);
    expect(await messages('{ "type": "Cluster", "name": "x", "clusterName": null }')).toEqual([
      'Expected a string, found null. Fill in a value.',
    ]);
    expect(await messages('{ "type": "Cluster", "name": "x", "clusterName": "x", "region": null }')).toEqual([
      'Expected a string, found null. Fill in a value, or remove the property.',
    ]);
    expect(await messages('null')).toEqual(['Expected an object, found null. Fill in a value.']);
    expect(await messages('[]')).toEqual(['Expected an object, found an array. Write an object.']);
  });

  test('a value outside the list gets the nearest one, or the list', async () => {
    const kafka = (mechanism: string) =>
      `{ "type": "Kafka", "name": "x", "bootstrapServers": "a.example.com:9092", "security": { "protocol": "SASL_SSL" },
         "authentication": { "mechanism": "${mechanism}", "username": "u", "password": "p" } }`;
    expect(await messages(kafka('SCRAM-SHA-256'))).toContain(
      '"SCRAM-SHA-256" is not allowed here. Did you mean "SCRAM-256"?',
    );
    expect(await messages(kafka('GSSAPI'))).toContainEqual(
      expect.stringMatching(/Choose "PLAIN", .* or "AWS_MSK_IAM"\.$/),
    );
  });

  test('a value that is no string where some strings are allowed is one finding', async () => {
    const content =
      '{ "type": "Cluster", "name": "x", "clusterName": "x", "dbRoleToExecute": { "role": "r", "type": 3 } }';
    expect(await findings(content)).toEqual(['error wrong-type /dbRoleToExecute/type [3]']);
  });

  test('a placeholder suspends the rules on form and allowed values, not on presence', async () => {
    expect(await findings('{ "type": "Https", "name": "x", "url": "${env:URL}" }')).toEqual([]);
    expect(await findings('{ "type": "Https", "name": "x", "url": "not a url" }')).toEqual([
      'error invalid-url /url ["not a url"]',
    ]);
    expect(await findings('{ "type": "Https", "name": "${env:NAME}" }')).toEqual([
      'warning missing-property  ["Https"]',
    ]);
  });

  test('no message repeats a secret', async () => {
    const content =
      '{ "type": "Kafka", "authentication": { "mechanism": "PLAIN", "password": ["hunter2"], "sslKey": 1 } }';
    expect((await messages(content)).join()).not.toContain('hunter2');
  });
});

describe('strict JSON', () => {
  test.each([
    ['{ "type": "Sample", }', 'error trailing-comma  [,]'],
    ['{ "type": "Sample" } // why', 'error comment  [// why]'],
    ['{ /* why */ "type": "Sample" }', 'error comment  [/* why */]'],
    ['{ \'type\': "Sample" }', "error syntax  ['type']"],
  ])('%s', async (content, expected) => {
    expect(await findings(content)).toContain(expected);
  });

  test('a duplicate key is an error at both places', async () => {
    expect(await findings('{ "type": "Https", "url": "https://a.example.com", "name": "a", "name": "b" }')).toEqual([
      'error duplicate-key  ["name"]',
      'error duplicate-key  ["name"]',
    ]);
  });

  test('a missing brace still leaves the rules at work', async () => {
    const found = await findings('{ "type": "Cluster", "clusterNam": "x"');
    expect(found).toContainEqual(expect.stringMatching(/^error syntax/));
    expect(found).toContain('warning missing-property  ["clusterNam"]');
  });

  test('an empty file says how to start', async () => {
    expect(await messages('')).toEqual([expect.stringMatching(/^This file is empty\. Start with/)]);
    expect(await messages(' \n')).toHaveLength(1);
  });
});

test('findings come in the order of the text', async () => {
  const content = '{ "zzz": 1, "type": "Cluster", "name": "x", "clusterName": 3, "yyy": 2 }';
  expect(await findings(content)).toEqual([
    'warning unknown-property /zzz ["zzz"]',
    'error wrong-type /clusterName [3]',
    'warning unknown-property /yyy ["yyy"]',
  ]);
});

test('a secret that is stored or removed changes what is said of the same text', () => {
  const text = toText(`{
    "type": "Https", "name": "x", "url": "https://a.example.com", "headers": { "X-Api-Key": "\${secret:KEY}" }
  }`);
  const codes = (secretNames: readonly string[]) => engine.findings(text, { secretNames }).map(({ code }) => code);
  expect(codes([])).toEqual(['secret-not-stored']);
  expect(codes(['KEY'])).toEqual([]);
  expect(codes([])).toEqual(['secret-not-stored']);
});

test('a name is missed where the type is a placeholder, and only the type where that is missing or unknown', async () => {
  expect(await findings('{ "type": "${env:T}" }')).toEqual([
    'information missing-name  ["${env:T}"]',
    'information unchecked /type ["${env:T}"]',
  ]);
  expect(await findings('{ "type": "Zzz" }')).toEqual(['error unknown-type /type ["Zzz"]']);
  expect(await findings('{}')).toEqual(['error missing-type  [{]']);
});

test('a key that objects have by themselves is as unknown as any other', async () => {
  const found = await findings('{ "type": "Sample", "name": "sample_stream_solar", "constructor": 1, "__proto__": 2 }');
  expect(found).toEqual([
    'warning unknown-property /constructor ["constructor"]',
    'warning unknown-property /__proto__ ["__proto__"]',
  ]);
});
