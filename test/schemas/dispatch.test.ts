// Where one property chooses a branch, a faulty choice is one finding, and the branch not chosen says nothing.
import { expect, test } from 'vitest';
import { createEngine, toPointer } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';
import { fixtures } from '../support/fixtures.ts';

const engine = createEngine();

const choosers = [
  ['Kafka/plain', 'authentication.mechanism'],
  ['Kafka/mutual-tls', 'security.protocol'],
  ['Kafka/event-hubs-private-link', 'networking.access.type'],
  ['AWSLambda/private-link', 'publicPrivateNetworking.access.type'],
  ['SchemaRegistry/user-info', 'schemaRegistryAuthentication.type'],
] as const;

/** The findings of a fixture in which the field at `path` has another value. */
async function findingsWith(name: string, path: string, value: unknown): Promise<string[]> {
  const content = fixtures.find(({ file }) => file === `${name}.streamconn.json`)?.content ?? '';
  const keys = path.split('.');
  const body = JSON.parse(content);
  const owner = keys.slice(0, -1).reduce((inner, key) => inner[key], body);
  owner[keys.at(-1) ?? ''] = value;
  const findings = await engine.findings(toText(JSON.stringify(body)));
  return findings.map(({ code, path: place }) => `${code} ${toPointer(place).slice(1).replaceAll('/', '.')}`);
}

test.each(choosers)('%s: a misspelt %s is one finding', async (name, path) => {
  expect(await findingsWith(name, path, 'ZZZ')).toEqual([`not-allowed-value ${path}`]);
});

test.each(choosers)('%s: a %s that only sending will tell is none', async (name, path) => {
  expect(await findingsWith(name, path, '${env:CHOICE}')).toEqual([]);
});

test.each(choosers)('%s: in place of the object with %s, a number is one finding', async (name, path) => {
  const owner = path.split('.').slice(0, -1).join('.');
  expect(await findingsWith(name, owner, 3)).toEqual([`wrong-type ${owner}`]);
});
