// The schema files keep to the form that schemas/README.md describes, and have words for people.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import ruleTable from '../../schemas/rules.json' with { type: 'json' };
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { type Mistake, resolveReference } from '../../server/src/engine/schema/schemaLookup.ts';
import type { SchemaNode } from '../../server/src/engine/schema/schemaNode.ts';
import { fieldsOf, isNameOnly, isSchema } from '../support/fields.ts';

const allowed = [
  ...[
    'title',
    'description',
    'documentation',
    'examples',
    'default',
    'enumDescriptions',
    'errorMessage',
    'defaultSnippets',
    'completionDetail',
  ],
  ...['code', 'severity', 'format', 'mayBeSecret', 'mistaken', 'valuesInAtlas', 'inAtlas', 'not'],
  ...['doNotSuggest', 'deprecationMessage', 'readOnly', 'writeOnly'],
  ...['type', 'enum', 'const', 'pattern', 'minLength', 'minItems', 'maxItems', 'uniqueItems', 'items'],
  ...['properties', 'required', 'additionalProperties', 'propertyNames', 'allOf', 'if', 'then', '$ref', '$defs'],
];

interface Place {
  readonly at: string;
  readonly schema: SchemaNode;
  readonly isProperty: boolean;
}

const schemas = join(import.meta.dirname, '../../schemas');
const files = ['connections', 'shared'].flatMap((folder) =>
  readdirSync(join(schemas, folder)).map((file) => {
    const schema: SchemaNode = JSON.parse(readFileSync(join(schemas, folder, file), 'utf8'));
    return { file: `${folder}/${file}`, schema };
  }),
);
const places = files.flatMap(({ file, schema }) => [...placesIn(schema, `${file}#`)]);
const rules = places.filter(({ at }) => !/\/(if|not)(\/|$)/.test(at));
const properties = rules.filter(
  ({ isProperty, schema, at }) => isProperty && !isNameOnly(schema) && !isRule(schema, at),
);

function* placesIn(schema: SchemaNode, at: string, isProperty = false): Generator<Place> {
  yield { at, schema, isProperty };
  for (const [keyword, value] of Object.entries(schema)) {
    if (['mistaken', 'defaultSnippets', 'valuesInAtlas'].includes(keyword)) continue;
    if (keyword === 'properties' || keyword === '$defs') {
      for (const [name, inner] of Object.entries(value as Record<string, SchemaNode>)) {
        yield* placesIn(inner, `${at}/${keyword}/${name}`, keyword === 'properties');
      }
    } else {
      for (const inner of [value].flat().filter(isSchema)) yield* placesIn(inner, `${at}/${keyword}`);
    }
  }
}

/** Whether a property of a branch only says what that branch wants of it, because another place describes it. */
function isRule({ code, type, properties: inner }: SchemaNode, at: string): boolean {
  const isInner = isSchema(inner) && Object.values(inner).every((one) => isRule(one as SchemaNode, at));
  return at.includes('/then/') && (code !== undefined || (type === 'object' && isInner));
}

const faulty = (all: readonly Place[], isFault: (schema: SchemaNode) => boolean) =>
  all.filter(({ schema }) => isFault(schema)).map(({ at }) => at);

describe('keywords', () => {
  test('are those of the list, and so never oneOf or anyOf', () => {
    const used = new Set(places.flatMap(({ schema }) => Object.keys(schema)));
    expect([...used].sort()).toEqual([...allowed].sort());
  });

  test('are all explained in schemas/README.md', () => {
    const readme = readFileSync(join(schemas, 'README.md'), 'utf8');
    expect(allowed.filter((keyword) => !readme.includes(`\`${keyword}\``))).toEqual([]);
  });

  test('what becomes of a property in Atlas is one of three', () => {
    const known = ['immutable', 'filledIn', 'mayBeHidden'];
    expect(faulty(places, ({ inAtlas }) => inAtlas !== undefined && !known.includes(String(inAtlas)))).toEqual([]);
  });
});

describe('rules', () => {
  test('every code is in rules.json', () => {
    const mistakes = places.flatMap(({ schema }) => Object.values((schema.mistaken ?? {}) as Record<string, Mistake>));
    const used = [...places.map(({ schema }) => schema.code), ...mistakes.map(({ code }) => code)];
    expect(used.filter((code) => code !== undefined && !(String(code) in ruleTable))).toEqual([]);
  });

  test.each(connectionTypeNames)('of %s, what is mistaken is meant for a property or value that there is', (type) => {
    const fields = fieldsOf(type);
    const astray = [['', [resolveReference(`#/$defs/${type}`)]] as const, ...fields].flatMap(([path, said]) =>
      said
        .flatMap((schema) => Object.values((schema.mistaken ?? {}) as Record<string, Mistake>))
        .filter((mistake) => {
          const { rename, move } = mistake;
          if (move !== undefined)
            return !fields.has(move.slice(1).replaceAll('/', '.')) && !move.startsWith('/headers/');
          return rename !== undefined && !fields.has(path === '' ? rename : `${path}.${rename}`);
        }),
    );
    expect(astray).toEqual([]);
  });
});

describe('words', () => {
  test('every property is described, in sentences', () => {
    expect(faulty(properties, ({ $ref, description }) => !$ref && !/^[A-Z].*\.$/.test(String(description)))).toEqual(
      [],
    );
  });

  test('every value of a list is described', () => {
    expect(faulty(rules, (schema) => sizeOf(schema.enum) !== sizeOf(schema.enumDescriptions))).toEqual([]);
  });

  test.each(connectionTypeNames)('of %s, every free text that is offered has an example, which fits', (type) => {
    const texts = [...fieldsOf(type)].filter(([path, said]) => isFreeText(said) && !path.endsWith('.*'));
    const lacking = texts.filter(
      ([, said]) => !said.every(({ doNotSuggest, writeOnly, examples }) => doNotSuggest || writeOnly || examples),
    );
    const unfit = texts.filter(([, said]) => !said.every(({ examples, pattern }) => fits(examples, pattern)));
    expect({ lacking, unfit }).toEqual({ lacking: [], unfit: [] });
  });

  test.each(files.filter(({ file }) => file.startsWith('connections/')))('$file links to its page', ({ schema }) => {
    expect(schema.documentation).toMatch(/^https:\/\/www\.mongodb\.com\/docs\/[a-z0-9/-]+\/$/);
  });
});

describe('conditions', () => {
  const conditions = places.filter(({ at }) => at.endsWith('/if'));

  test('hold for objects only', () => {
    expect(faulty(conditions, ({ type }) => type !== 'object')).toEqual([]);
  });
});

describe('marks', () => {
  test.each(connectionTypeNames)('of %s, ids, state and every links are readOnly', (type) => {
    const written = [...fieldsOf(type).keys()].filter((path) => /^(_?id|state)$|(^|\.)links$/.test(path));
    expect(written).toEqual(expect.arrayContaining(['id', '_id', 'state', 'links']));
    const marked = [...fieldsOf(type)].filter(([, said]) => said.every(({ readOnly }) => readOnly));
    expect(marked.map(([path]) => path).sort()).toEqual(written.sort());
  });
});

function sizeOf(list: unknown): number | undefined {
  return Array.isArray(list) ? list.length : undefined;
}

function isFreeText(said: readonly SchemaNode[]): boolean {
  return said.every((schema) => [schema.type].flat().includes('string') && !schema.enum);
}

function fits(examples: unknown, pattern: unknown): boolean {
  return [examples ?? []].flat().every((example) => new RegExp(String(pattern ?? '')).test(String(example)));
}
