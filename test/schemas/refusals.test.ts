// The table of Atlas' refusals: what it points to is there, and what it says is said as elsewhere.
import { describe, expect, test } from 'vitest';
import table from '../../schemas/refusals.json' with { type: 'json' };
import type { RefusalTable } from '../../server/src/engine/connection/refusals/refusalTable.ts';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import { fieldsOf } from '../support/fields.ts';

const { codes, texts, beforeTheFile } = table as unknown as RefusalTable;
const entries = [...Object.entries(codes), ...texts.map((entry) => [entry.text, entry] as const)];

describe.each(entries)('%s', (_, { at = [], advice, ways = [] }) => {
  test('points to fields that a type has, or to the whole file', () => {
    const fields = new Set(connectionTypeNames.flatMap((type) => [...fieldsOf(type).keys()]));
    const astray = at.filter((pointer) => pointer !== '' && !fields.has(pointer.slice(1).replaceAll('/', '.')));
    expect(astray).toEqual([]);
  });

  test('advises in sentences, and does what can be done', () => {
    expect(advice ?? 'None.').toMatch(/^[A-Z].*\.$/);
    expect(ways.filter((way) => !['rename', 'update', 'create', 'add', 'format'].includes(way))).toEqual([]);
  });
});

test('codes are written as Atlas writes them', () => {
  expect(Object.keys(codes).filter((code) => !/^[A-Z][A-Z_]+$/.test(code))).toEqual([]);
  expect(beforeTheFile.filter((status) => status < 400 || status > 599)).toEqual([]);
});
