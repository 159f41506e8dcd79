// Types, schema files, snippets and fixtures belong together: none is missing and none is left over.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { secretsIn } from '../../client/src/core/redaction/secretPaths.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { propertySchema, resolveReference } from '../../server/src/engine/schema/schemaLookup.ts';
import { secretPlaces } from '../../server/src/engine/schema/secretPlaces.ts';
import { toText } from '../support/cursor.ts';
import { expandSnippet } from '../support/expandSnippet.ts';
import { fixtureFolders, fixtures } from '../support/fixtures.ts';

const root = join(import.meta.dirname, '../..');
const types = [...connectionTypeNames].sort();
const engine = createEngine();
const emptyFile = engine.complete(toText(''), { line: 0, character: 0 }).items;
const snippets = emptyFile.map(({ label: prefix, detail: title = '', textEdit }) => ({
  title,
  prefix,
  body: textEdit?.newText ?? '',
}));
const jsonOf = (body: string) => JSON.parse(expandSnippet(body).text);
/** Hints aside: a good file may use a role that writes everywhere, or an older spelling. */
const findingsOf = async (content: string) =>
  (await engine.findings(toText(content))).flatMap(({ severity, message }) => (severity === 'hint' ? [] : message));

describe('each type has, and nothing but a type has', () => {
  test('a schema file', () => {
    const files = readdirSync(join(root, 'schemas/connections'));
    expect(files.sort()).toEqual(types.map((type) => `${type}.json`));
  });

  test('a snippet', () => {
    expect([...new Set(snippets.map(({ body }) => jsonOf(body).type))].sort()).toEqual(types);
  });

  test('a folder of fixtures', () => {
    expect([...fixtureFolders].sort()).toEqual(types);
  });
});

describe('each mechanism has', () => {
  const { enum: mechanisms = [] } = propertySchema(resolveReference('#/$defs/kafkaAuthentication'), 'mechanism');
  const used = (values: readonly { authentication?: { mechanism?: string } }[]) =>
    values.flatMap(({ authentication }) => (authentication ? (authentication.mechanism ?? '') : []));

  test('one snippet', () => {
    expect(used(snippets.map(({ body }) => jsonOf(body))).sort()).toEqual([...mechanisms].sort());
  });

  test('a fixture', () => {
    expect(new Set(used(fixtures.map(({ content }) => JSON.parse(content))))).toEqual(new Set(mechanisms));
  });
});

test.each(fixtures)('$file is of its folder’s type and has no finding but hints', async ({ type, content }) => {
  expect(JSON.parse(content).type).toBe(type);
  expect(await findingsOf(content)).toEqual([]);
});

test('no two snippets have the same prefix', () => {
  expect(new Set(snippets.map(({ prefix }) => prefix)).size).toBe(snippets.length);
});

describe.each(snippets)('$title', ({ body }) => {
  const { text, tabStops } = expandSnippet(body);

  test('has no finding but hints, whatever is chosen', async () => {
    const most = Math.max(1, ...tabStops.map(({ choices }) => choices.length));
    for (let turn = 0; turn < most; turn++) {
      expect(await findingsOf(expandSnippet(body, (choices) => choices[turn % choices.length]).text)).toEqual([]);
    }
  });

  test('leads through its tab stops in order', () => {
    const numbers = tabStops.map(({ number }) => number).filter((number) => number > 0);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(tabStops.findIndex(({ number }) => number === 0)).toBe(
      numbers.length < tabStops.length ? numbers.length : -1,
    );
  });

  test('holds no secret', () => {
    for (const secret of secretsIn(JSON.parse(text), secretPlaces())) {
      expect(secret).toMatch(/^\$\{(secret|file):[^{}]+\}$/);
    }
  });
});
