// The composed schema as dist/ holds it.
import { expect, test } from 'vitest';
import { rootSchema } from '../../server/src/engine/schema/connectionTypes.ts';
import { pack, unpack } from '../../server/src/engine/schema/packing.ts';

const written = (value: unknown) => JSON.parse(JSON.stringify(value));

test.each([
  ['nothing', null],
  ['a word', 'name'],
  ['what occurs once', { a: [1, true, null, 'some words'], b: {} }],
  ['the same in itself', { a: { b: ['some words', 'some words'] }, c: ['some words', 'some words'] }],
  ['the same as the whole of a part', [{ name: 'some words' }, { name: 'some words' }, 'some words']],
  ['the whole schema', rootSchema],
])('%s is unpacked as it was', (_, value) => {
  expect(unpack(written(pack(written(value))))).toEqual(written(value));
});

test('words stand once, however often they are said', () => {
  const text = JSON.stringify(pack(written(rootSchema)));
  expect(text.split('Only Atlas writes it.').length).toBeGreaterThan(1);
  const words = [...JSON.stringify(rootSchema).matchAll(/"((?:[^"\\]|\\.){40,})"/g)].map(([word]) => word);
  expect(words.filter((word) => text.split(word).length !== 2)).toEqual([]);
});
