// A message is worded when it is said: when a file is loaded, the translation is not known yet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { speakingFiles } from '../../server/l10n/codeWords.ts';

/** Whether loading the file would call `l10n.t`: outside of any function. */
function wordsEarly(source: string): boolean {
  return callsNow(parseAst(source, { lang: 'ts' }));
}

function callsNow(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(callsNow);
  if (typeof node !== 'object' || node === null) return false;
  const { type, callee } = node as Readonly<Record<string, unknown>>;
  if (/Function/.test(String(type))) return false;
  return (type === 'CallExpression' && isTranslate(callee)) || Object.values(node).some(callsNow);
}

function isTranslate(callee: unknown): boolean {
  const { object, property } = callee as Readonly<Record<string, { readonly name?: string } | undefined>>;
  return object?.name === 'l10n' && property?.name === 't';
}

test('no file words anything when it is loaded', () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
  expect(speakingFiles().filter((file) => wordsEarly(read(file)))).toEqual([]);
});

test.each([
  ["const title = l10n.t('Secrets');", true],
  ["export const texts = { a: [l10n.t('Secrets')] } as const;", true],
  ["const title = () => l10n.t('Secrets');", false],
  ["function say() { return l10n.t('Secrets'); }", false],
  ["const say = { it() { return l10n.t('Secrets'); } };", false],
])('the search looks at %s', (source, early) => {
  expect(wordsEarly(source)).toBe(early);
});
