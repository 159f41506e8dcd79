// Every field that a person may write is in fields.golden, so that none is lost, gained or no longer a secret by accident.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connectionTypeNames } from '../../server/src/engine/schema/connectionTypes.ts';
import type { SchemaNode } from '../../server/src/engine/schema/schemaNode.ts';
import { fieldsOf } from '../support/fields.ts';
import { fixtures } from '../support/fixtures.ts';

const golden = join(import.meta.dirname, 'fields.golden');
const every = (said: readonly SchemaNode[], mark: string) => said.every((schema) => schema[mark]);

/** What a person may write: the fields that hold no further named fields; `*` is any key or position. */
function leavesOf(type: string): (readonly [path: string, said: readonly SchemaNode[]])[] {
  const fields = [...fieldsOf(type)].filter(([, said]) => !said.some(({ readOnly }) => readOnly));
  return fields.filter(([path]) => !fields.some(([other]) => other.startsWith(`${path}.`)));
}

const common = leavesOf('Sample').map(([path]) => path);

/** Fields of shared blocks that most types have no use for. */
const seldomUsed = /\.(testBucket|tgwRouteId)$/;

/** Whether a good file leaves it out: it is reserved, retired or without effect. */
function isDiscouraged(path: string, said: readonly SchemaNode[]): boolean {
  return (
    seldomUsed.test(path) ||
    every(said, 'doNotSuggest') ||
    said.some(({ deprecationMessage }) => deprecationMessage !== undefined)
  );
}

const table = connectionTypeNames.map((type) => {
  const lines = leavesOf(type)
    .filter(([path]) => type === 'Sample' || !common.includes(path))
    .map(([path, said]) => `  ${path}${every(said, 'writeOnly') ? ' (secret)' : ''}\n`);
  return `${type}\n${lines.sort().join('')}`;
});

test('the fields and secrets of each type are those of fields.golden', () => {
  const text = table.join('');
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
  expect(
    text,
    'A field was lost or gained, or is a secret no longer, or only now. If that is meant, write the list anew and read ' +
      'the difference: UPDATE_GOLDEN=1 node test/runVitest.ts test/vitest.config.ts test/schemas/fields',
  ).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '');
});

describe.each(connectionTypeNames)('%s', (type) => {
  test('has words for each field', () => {
    const silent = [...fieldsOf(type)].filter(([, said]) => !said.some(({ description }) => description));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test('has a fixture that uses it, for each worth using', () => {
    const used = fixtures
      .filter((fixture) => fixture.type === type)
      .flatMap(({ content }) => pathsIn(JSON.parse(content)));
    const worthUsing = leavesOf(type).filter(([path, said]) => !common.includes(path) && !isDiscouraged(path, said));
    expect(worthUsing.map(([path]) => path).filter((path) => !used.some((one) => patternOf(path).test(one)))).toEqual(
      [],
    );
  });
});

function pathsIn(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace('*', '[^.]+')}$`);
}
