// One word reaches a program letter by letter, whatever is in it: sh is asked itself, cmd and PowerShell by their rules.
import { expect, test } from 'vitest';
import { cmd } from '../../../client/src/core/export/cmd.ts';
import { powershell } from '../../../client/src/core/export/powershell.ts';
import { sh } from '../../../client/src/core/export/sh.ts';
import { isOnPath } from '../../support/needs.ts';
import { createRandom } from '../../support/random.ts';
import { useFolder } from './exporting.ts';
import { nodesIn, parse } from './parsing.ts';
import { readArguments, readCmd } from './readingCmd.ts';
import { readPowerShell } from './readingPowerShell.ts';

const pieces = [
  ...` \t'"\\\`$!%^&|<>(){}[];,*?~#=@-+`,
  ...[
    'a',
    'PATH',
    '%PATH%',
    '$HOME',
    '$(id)',
    '`id`',
    '${x}',
    "'\\''",
    '\\"',
    '&&',
    '||',
    '..',
    'ü',
    '😀',
    '‘',
    '’',
    '“',
  ],
];

/** Five hundred words that shells stumble over, the same ones each time. */
function words(more: readonly string[] = []): string[] {
  const random = createRandom(20_261_125);
  const word = () => Array.from({ length: random.below(8) }, () => random.pick([...pieces, ...more])).join('');
  return Array.from({ length: 500 }, word);
}

const folder = useFolder();

test.each(['sh', 'bash', 'dash', 'zsh', 'ksh'].filter(isOnPath))('%s gives every quoted word back', async (shell) => {
  const all = words(['\n', '\r\n', '\u0001', '\u2028']);
  const { out, err } = await folder.run(`printf '%s\\0' ${all.map(sh.quote).join(' ')}`, {}, shell);
  expect(err).toBe('');
  expect(out.split('\0').slice(0, -1)).toEqual(all);
});

test('cmd and a program behind it read every quoted word back', () => {
  for (const word of words()) expect(readArguments(readCmd(cmd.quote(word)))).toEqual([word]);
});

test('PowerShell reads every quoted word back', async () => {
  const all = words(['\n', '\r\n', "'@", "@'", '\\']);
  for (const word of all) expect(readPowerShell(powershell.quote(word))).toBe(word);
  const root = await parse('powershell', `curl ${all.map(powershell.quote).join(' ')}\n`);
  const strings = nodesIn(root, 'verbatim_string_characters');
  expect(strings.map(({ text }) => readPowerShell(text))).toEqual(all);
});

test.each([
  ['plain', '"plain"'],
  ['two words', '"two words"'],
  ['a&b|c', '"a&b|c"'],
  ['back\\slash', '"back\\slash"'],
  ['ends with \\', '"ends with \\\\"'],
  ['50%', '^"50^%^"'],
  ['%PATH%', '^"^%PATH^%^"'],
  ['say "hi" & go', '^"say^ \\^"hi\\^"^ ^&^ go^"'],
  ['\\"', '^"\\\\\\^"^"'],
  ['two\nlines', '"two lines"'],
])('cmd: %j is %s', (word, quoted) => {
  expect(cmd.quote(word)).toBe(quoted);
});

test.each([
  ['plain', "'plain'"],
  ["it's", "'it''s'"],
  ['$env:PATH `n', "'$env:PATH `n'"],
  ['‘typographic’', "'‘‘typographic’’'"],
  ['a"b', "'a\"b'"],
])('PowerShell: %j is %s', (word, quoted) => {
  expect(powershell.quote(word)).toBe(quoted);
});

test.each([
  ['plain', "'plain'"],
  ["it's", "'it'\\''s'"],
  ['a\0b', "'ab'"],
])('sh: %j is %s', (word, quoted) => {
  expect(sh.quote(word)).toBe(quoted);
});
