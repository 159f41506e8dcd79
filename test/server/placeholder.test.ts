// The one grammar of placeholders: what is one, what it names, and what can be named.
import { describe, expect, test } from 'vitest';
import {
  isPlaceholder,
  isPlaceholderKind,
  nameForms,
  placeholderKinds,
  readPlaceholder,
  writePlaceholder,
} from '../../server/src/placeholder.ts';

test.each(placeholderKinds)('%s: what is written is read', (kind) => {
  const source = { kind, name: 'A_1.b-c/d e' };
  expect(readPlaceholder(writePlaceholder(source))).toEqual(source);
});

test.each([
  '',
  'a',
  '${}',
  '${secret}',
  '${secret:}',
  '${:A}',
  '${secret:A',
  'x${secret:A}',
  '${secret:A}x',
  '${Secret:A}',
  '${secret:{A}}',
  5,
  null,
  ['${secret:A}'],
  '${secret:A}\n',
])('no placeholder: %j', (value) => {
  expect([readPlaceholder(value), isPlaceholder(value)]).toEqual([undefined, false]);
});

test('a kind that does not exist is still a placeholder: nothing knows what would be sent', () => {
  expect([isPlaceholder('${vault:A}'), isPlaceholderKind('vault'), isPlaceholderKind('toString')]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('what can be named', () => {
  test.each([
    ['secret', 'kafka-1.a_B', true],
    ['secret', 'a b', false],
    ['secret', 'a'.repeat(101), false],
    ['env', 'http_proxy', true],
    ['env', '1A', false],
    ['env', 'A-B', false],
    ['file', 'certificates/ca.pem', true],
    ['file', ' ', false],
  ] as const)('%s %j: %s', (kind, name, can) => {
    expect(nameForms[kind].test(name)).toBe(can);
  });
});
