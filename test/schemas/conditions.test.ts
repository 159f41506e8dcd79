// The engine judges the conditions of the schemas as ajv does, for every condition that there is.
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { toCondition } from '../../server/src/engine/schema/condition.ts';
import { rootSchema } from '../../server/src/engine/schema/connectionTypes.ts';
import { placesIn, said } from '../../server/src/engine/schema/places.ts';
import type { Schema } from '../../server/src/engine/schema/schemaLookup.ts';
import { fixtures } from '../support/fixtures.ts';
import { type Entries, mutate } from '../support/mutate.ts';
import { createRandom } from '../support/random.ts';

const ajv = new Ajv({ strict: false });

function conditionsIn(node: unknown): Schema[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'if' in node && !Array.isArray(node) ? [node.if as Schema] : [];
  return [...own, ...Object.values(node).flatMap(conditionsIn)];
}

function valuesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return [value, ...Object.values(value).flatMap(valuesIn)];
}

test('each condition holds for the same values', () => {
  const conditions = [...new Set(conditionsIn(rootSchema).map((condition) => JSON.stringify(condition)))];
  expect(conditions.length).toBeGreaterThan(15);
  const random = createRandom(7);
  const known: Entries = [
    ['type', 'PUBLIC'],
    ['mechanism', ''],
    ['access', {}],
    ['security', null],
  ];
  const documents = Array.from({ length: 150 }, () => mutate(JSON.parse(random.pick(fixtures).content), known, random));
  const values = documents.flatMap(valuesIn);
  for (const text of conditions) {
    const condition = JSON.parse(text);
    const validate = ajv.compile(condition);
    const holds = toCondition(condition);
    for (const value of values) {
      const judged = [text, JSON.stringify(value), holds(value)];
      expect(judged).toEqual([text, JSON.stringify(value), validate(value)]);
    }
  }
});

test('a place knows what its branch says of it, and not what others say', () => {
  const kafka = (mechanism: string) =>
    placesIn({ type: 'Kafka', authentication: { mechanism, password: 'x', clientSecret: 'y' } });
  const secrets = (mechanism: string) =>
    kafka(mechanism)
      .filter((place) => said(place, 'writeOnly'))
      .map(({ path }) => path.join('.'));
  expect(secrets('PLAIN')).toEqual(['authentication.password']);
  expect(secrets('OAUTHBEARER')).toEqual(['authentication.clientSecret']);
  expect(placesIn({ type: 'Https', headers: { a: 'b' } }).at(-1)).toMatchObject({ path: ['headers', 'a'] });
});
