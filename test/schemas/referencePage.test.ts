// The request bodies that the API reference prints have no error once its "string" is replaced by something real.
import { expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';
import { readFolder } from '../support/fixtures.ts';

const engine = createEngine();
const bodies = readFolder('referencePage');

/** By key; where none is given, any string will do. */
const real: Readonly<Record<string, string>> = {
  bootstrapServers: 'kafka.example.com:9092',
  clusterGroupId: '32b6e34b3d91647abb20e7b8',
  mechanism: 'PLAIN',
  protocol: 'SASL_SSL',
  roleArn: 'arn:aws:iam::111122223333:role/streams',
  tokenEndpointUrl: 'https://sign-in.example.com/token',
  url: 'https://api.example.com/',
};

const filledIn = (content: string, values = real) =>
  JSON.stringify(JSON.parse(content, (key, value) => (value === 'string' ? (values[key] ?? value) : value)));

async function errorsOf(content: string): Promise<string[]> {
  const findings = await engine.findings(toText(content));
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

test.each(bodies)('$file', async ({ content }) => {
  expect(await errorsOf(filledIn(content))).toEqual([]);
});

test.each(['PLAIN', 'SCRAM-256', 'SCRAM-512'])(
  'the Kafka body, which has the fields of all, with %s',
  async (mechanism) => {
    const kafka = bodies.find(({ file }) => file.endsWith('Kafka.json'));
    expect(await errorsOf(filledIn(kafka?.content ?? '', { ...real, mechanism }))).toEqual([]);
  },
);
