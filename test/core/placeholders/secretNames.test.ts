// Which secrets a file names, JSON or not.
import { expect, test } from 'vitest';
import { secretNamesIn } from '../../../client/src/core/placeholders/secretNames.ts';

test.each([
  ['{ "a": "${secret:A}", "b": ["${secret:B}", "${secret:A}"] }', ['A', 'B']],
  ['{ "a": "${secret:A}", ', ['A']],
  ['{ "a": "${secret:A}" // comment\n, "b": "unclosed\n "c": "${secret:x.y-z_1}"', ['A', 'x.y-z_1']],
  ['{ "a": "\\u0024{secret:A}" }', ['A']],
  ['{ "a": "x \\" ${secret:A}", "b": "${secret:B} ", "c": "${env:C}", "d": "${secret:}" }', []],
  ['{ "a": "${secret:not a name}" }', []],
  ['', []],
  ['"'.repeat(100_000), []],
  [`"${'\\'.repeat(100_000)}`, []],
])('%.40j: %j', (text, names) => expect(secretNamesIn(text)).toEqual(names));
