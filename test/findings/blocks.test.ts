// Each rule that stands in the schemas is broken by one of the files here, so that what is said of it is written down in
// the file's golden. Types and closed objects are no rules of their own: test/schemas/oracle.test.ts breaks all of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocumentReader } from '../../server/src/engine/json/document.ts';
import { type Break, breaksAt } from '../../server/src/engine/schema/breaks.ts';
import { placesOf } from '../../server/src/engine/schema/places.ts';
import { resolve, type Schema } from '../../server/src/engine/schema/schemaLookup.ts';
import type { SchemaNode } from '../../server/src/engine/schema/schemaNode.ts';
import { isPlaceholder } from '../../server/src/placeholder.ts';
import { toText } from '../support/cursor.ts';
import { allSchemas, judgingKeywords, pointed, type SchemaAt } from '../support/schemaBlocks.ts';

const folder = import.meta.dirname;
const read = createDocumentReader();

const firing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /[/\\](?!silent)[^/\\]*\.json$/.test(file))
  .map((file) => read(toText(readFileSync(join(folder, file), 'utf8'))));

/** A schema with a `$ref` is judged as one with what that refers to; both are found by where they stand. */
const byWhole = new Map<unknown, SchemaAt>(allSchemas.map((one) => [resolve(one.schema as Schema), one]));
const pointers = new Map<unknown, string>(allSchemas.map(({ schema, at }) => [schema, at]));

/** What the composed schema has of no file: what follows from the branches (test/schemas/undecided.test.ts). */
const isDerived = (pointer: string) => pointer.includes('/undecided/');

/** As in the files of schemas/. */
function inFile(pointer: string): string {
  const [, file = '', rest = ''] = /^\/\$defs\/([^/]+)(.*)$/.exec(pointer) ?? [];
  return file === '' || file === 'common' ? `common.json#${rest || pointer}` : `${file}.json#${rest}`;
}

function ruleOf({ keyword, schemas: [whole], ...broken }: Break): string {
  let schema: SchemaNode | undefined = byWhole.get(whole)?.schema;
  while (schema && !(keyword in schema)) schema = pointed(schema.$ref);
  return ruleAt(pointers.get(schema) ?? '', keyword, 'name' in broken ? broken.name : undefined);
}

function ruleAt(pointer: string, keyword: string, name?: string): string {
  return `${inFile(pointer)}/${keyword}${keyword === 'required' ? `: ${name}` : ''}`;
}

/** The branches in which the broken rule stands, or to which it belongs by a `$ref`. */
function branchesOf({ schemas }: Break): string[] {
  return schemas.flatMap((whole) => /^(.*\/then)(\/|$)/.exec(byWhole.get(whole)?.at ?? '')?.[1] ?? []).map(inFile);
}

/** What suspends a rule on values leaves those on presence as they are. */
function isSaid({ keyword, place: { value }, schemas: [{ not }] }: Break): boolean {
  return !isPlaceholder(value) || (keyword === 'not' && Object.keys(not ?? {}).length === 0);
}

const broken = new Set(
  firing
    .flatMap((document) => breaksAt(placesOf(document)))
    .filter(isSaid)
    .flatMap((one) => [ruleOf(one), ...branchesOf(one)]),
);

function rulesOf({ schema, at }: SchemaAt): string[] {
  const keywords = judgingKeywords(schema).filter((keyword) => !['type', 'additionalProperties'].includes(keyword));
  return keywords.flatMap((keyword) =>
    keyword === 'required'
      ? (schema.required as string[]).map((name) => ruleAt(at, keyword, name))
      : ruleAt(at, keyword),
  );
}

/** Whether the branch itself can be broken, or the object that it closes; a mere format or place in Atlas cannot. */
function canBreak(then: SchemaNode): boolean {
  const whole = resolve(then as Schema) as SchemaNode;
  const parts = [...((whole.allOf ?? []) as SchemaNode[]), ...Object.values((whole.properties ?? {}) as SchemaNode)];
  return (
    judgingKeywords(whole).some((keyword) => keyword !== 'type') || parts.some((part) => canBreak(part as SchemaNode))
  );
}

const rules = allSchemas
  // Of what only Atlas writes, no more is said than that.
  .filter(({ schema, at }) => !isDerived(`${at}/`) && !schema.readOnly)
  .flatMap((one) => {
    const then = one.schema.then as SchemaNode | undefined;
    const isBranch = then && canBreak(then) && !String(then.$ref).endsWith('/undecided');
    return [...rulesOf(one), ...(isBranch ? [inFile(`${one.at}/then`)] : [])];
  });

test('each rule of the schemas, and each branch, has a file in which it is broken', () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(
    [...new Set(rules)].filter((rule) => !broken.has(rule)),
    'Write a file that breaks these into test/findings/<code>/, and its golden: ' +
      'UPDATE_GOLDEN=1 node test/runVitest.ts test/vitest.config.ts test/findings',
  ).toEqual([]);
});
