// The engine's reading of the schemas against ajv's, which is somebody else's: what is broken, where, and by which keyword.
import { Ajv, type ErrorObject } from 'ajv';
import { expect, test } from 'vitest';
import { toPointer } from '../../server/src/engine/index.ts';
import { isObject } from '../../server/src/engine/json/document.ts';
import { type Break, breaksAt } from '../../server/src/engine/schema/breaks.ts';
import { connectionTypeNames, rootSchema } from '../../server/src/engine/schema/connectionTypes.ts';
import { placeAt, placesIn, said } from '../../server/src/engine/schema/places.ts';
import type { SchemaNode } from '../../server/src/engine/schema/schemaNode.ts';
import { isValid } from '../../server/src/engine/schema/verdict.ts';
import { fieldsOf } from '../support/fields.ts';
import { fixtures } from '../support/fixtures.ts';
import { type Entries, mutate } from '../support/mutate.ts';
import { createRandom } from '../support/random.ts';
import { allSchemas, judgingKeywords } from '../support/schemaBlocks.ts';

const validate = new Ajv({
  allErrors: true,
  strict: false,
  inlineRefs: false,
  validateFormats: false,
  verbose: true,
}).compile(rootSchema);

const valid = fixtures.map(({ content }) => JSON.parse(content));
const values = [...valid, ...valid.flatMap(chosenOtherwise)];
const known = [['zzz', 1], ...valid.flatMap(entriesIn), ...connectionTypeNames.flatMap(entriesOfSchema)] as Entries;

/** The value with another choice, or with none that there is, in one of its places. */
function chosenOtherwise(value: unknown): (typeof valid)[number][] {
  return placesIn(value).flatMap((place) => {
    const choices = place.value === undefined ? [] : (said(place, 'enum') ?? []);
    return [...choices, 'zzz'].flatMap((choice) => {
      if (choices.length === 0) return [];
      const copy = structuredClone(value);
      Object.assign(placeAt(copy, place.path.slice(0, -1)).value as object, { [String(place.path.at(-1))]: choice });
      return [copy];
    });
  });
}

function entriesIn(value: unknown): Entries {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap((entry) => [entry, ...entriesIn(entry[1])]);
}

/** Names with their listed values, those that are ruled out, and examples. */
function entriesOfSchema(type: string): Entries {
  return [...fieldsOf(type)].flatMap(([path, said]) =>
    said
      .flatMap(({ enum: listed, examples, not }) => [listed ?? examples ?? '', ((not ?? {}) as SchemaNode).enum ?? []])
      .flat(2)
      .map((one) => [path.replace(/^.*\./, ''), one] as const),
  );
}

/** Of each keyword but `if`, which only repeats what its branch says. */
function byAjv({ instancePath, keyword, params }: ErrorObject): string[] {
  const about = params.missingProperty ?? params.additionalProperty ?? params.limit ?? '';
  return keyword === 'if' ? [] : [`${instancePath} ${keyword} ${about}`];
}

function byEngine(broken: Break): string {
  const about = 'name' in broken ? broken.name : 'limit' in broken ? broken.limit : '';
  return `${toPointer(broken.place.path)} ${broken.keyword} ${about}`;
}

/** Of a list with repeated items ajv names one. */
const once = (found: readonly string[]) =>
  found.filter((line, index) => !line.includes(' uniqueItems') || found.indexOf(line) === index).sort();

/** The value with each property that one of its objects may have, as what it is not: a number, nothing, some words. */
function* withWrongValues(value: unknown): Generator<unknown> {
  for (const { value: object, schemas } of placesIn(value)) {
    if (!isObject(object)) continue;
    const before = { ...object };
    for (const name of new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)))) {
      for (const wrong of [3, '', 'some words']) {
        object[name] = wrong;
        yield value;
      }
      if (name in before) object[name] = before[name];
      else delete object[name];
    }
  }
}

const random = createRandom(1);

function* damaged(): Generator<unknown> {
  yield* [null, []];
  for (let count = 0; count < 20_000; count++) yield mutate(random.pick(values), known, random);
  for (const value of values) yield* withWrongValues(value);
}

test('ajv and the engine find the same broken in each of 20,000 damaged files, and every rule of the schemas in one', () => {
  const left = new Map(allSchemas.map(({ schema }) => [schema, new Set(judgingKeywords(schema))]));
  const judged = { valid: 0, invalid: 0 };
  const differences: unknown[] = [];
  for (const value of damaged()) {
    const verdict = validate(value);
    judged[verdict ? 'valid' : 'invalid']++;
    const errors = validate.errors ?? [];
    const expected = once(errors.flatMap(byAjv)).join('\n');
    const found = once(breaksAt(placesIn(value)).map(byEngine)).join('\n');
    if (found !== expected || isValid(value) !== verdict)
      differences.push({ value: JSON.stringify(value), found, expected });
    for (const { parentSchema, keyword } of errors) left.get(parentSchema as SchemaNode)?.delete(keyword);
  }
  expect(differences.slice(0, 3)).toEqual([]);
  // Neither verdict is a rarity.
  expect(Math.min(judged.valid, judged.invalid)).toBeGreaterThan(500);
  expect([...left].flatMap(([schema, keywords]) => [...keywords].map((keyword) => [keyword, schema]))).toEqual([]);
});
