// What is compared is scalar: objects would be compared deeply, each with each, and have no prototype to be compared by.
import { expect, test } from 'vitest';
import { createEngine } from '../../server/src/engine/index.ts';
import { rootSchema } from '../../server/src/engine/schema/connectionTypes.ts';
import { toText } from '../support/cursor.ts';

const scalars: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'null'];

function* schemasIn(node: unknown): Generator<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) return;
  yield node as Record<string, unknown>;
  for (const inner of Object.values(node)) yield* schemasIn(inner);
}

test('items that must not repeat have a scalar type, said beside it', () => {
  const lists = [...schemasIn(rootSchema)].filter(({ uniqueItems }) => uniqueItems === true);
  expect(lists.length).toBeGreaterThan(0);
  const types = lists.flatMap(({ items }) => (items as { type?: string | string[] } | undefined)?.type ?? 'unsaid');
  expect(types.filter((type) => !scalars.includes(type))).toEqual([]);
});

test('listed values are scalar', () => {
  const listed = [...schemasIn(rootSchema)].flatMap(({ enum: some, const: only = null }) => [
    ...(Array.isArray(some) ? some : []),
    only,
  ]);
  const deep = listed.filter((value) => typeof value === 'object' && value !== null);
  expect(deep).toEqual([]);
});

const engine = createEngine();
const findings = async (urls: string) => {
  const found = await engine.findings(
    toText(`{ "type": "SchemaRegistry", "name": "x", "provider": "CONFLUENT", "schemaRegistryUrls": ${urls},
      "schemaRegistryAuthentication": { "type": "SASL_INHERIT" } }`),
  );
  return found.map(({ code, path }) => `${code} ${path.slice(1).join('/')}`);
};

test.each([
  ['[{}, {}]', ['wrong-type 0', 'wrong-type 1']],
  ['[{ "url": "https://a.example.com" }, { "url": "https://a.example.com" }]', ['wrong-type 0', 'wrong-type 1']],
  ['[[], [], [{}]]', ['wrong-type 0', 'wrong-type 1', 'wrong-type 2']],
  ['["https://a.example.com", {}, null, {}, [null]]', [1, 2, 3, 4].map((index) => `wrong-type ${index}`)],
  ['["https://a.example.com", {}, "https://a.example.com"]', ['wrong-type 1', 'bad-format 2']],
])('a list of anything is read: %s', async (urls, expected) => {
  expect(await findings(urls)).toEqual(expected);
});

test('twenty thousand addresses are compared', async () => {
  const urls = Array.from({ length: 20_000 }, (_, index) => `https://r${index}.example.com`);
  expect(await findings(JSON.stringify(urls))).toEqual(['bad-format ']);
  const [repeated] = urls;
  expect(await findings(JSON.stringify([...urls, repeated]))).toEqual(['bad-format ', 'bad-format 20000']);
});
