// With a made-up language, in which every letter is ñ, nothing that the engine says has an English word left in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { readBundle } from '../../server/l10n/translations.ts';
import { certificates } from '../../server/src/certificates.ts';
import { createEngine } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';
import { fixtures } from '../support/fixtures.ts';

const engine = createEngine({ certificates });
const known = { secretNames: ['STORED'] };

/** What no translation changes: places, placeholders, code, names between quotes, addresses. */
const kept = /\$?\{[^}]*\}|`+[^`]*`+|"(?:\\.|[^"\\])*"|\]\(https?:[^)]*\)|https?:\/\/\S*/;

function made(text: string): string {
  return text.replaceAll(new RegExp(`(${kept.source})|[A-Za-z]`, 'g'), (_, part) => part ?? 'ñ');
}

beforeAll(() => {
  const words = Object.entries(readBundle());
  const texts = words.map(([key, word]) => [key, made(typeof word === 'string' ? word : word.message)] as const);
  l10n.config({ contents: Object.fromEntries(texts) });
});
afterAll(() => l10n.config({ contents: {} }));

/** What messages repeat besides: a value that is cut off, a path, properties that choose, and names of the files here. */
const repeated = /"[^"]*…|\b\w+(?:\.\w+)+\b|\b(?:type|mechanism|provider|null|NOT_STORED|CERTIFICATE)\b/;

function englishIn(said: readonly (string | undefined)[]): string[] {
  const names = new RegExp(`${kept.source}|${repeated.source}`, 'g');
  return said.filter((text = '') => /[A-Za-z]{2,}/.test(text.replaceAll(names, ''))).map(String);
}

const folder = join(import.meta.dirname, '../findings');
const faulty = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

test.each(faulty)('findings and fixes of %s', async (file) => {
  const text = toText(readFileSync(join(folder, file), 'utf8'));
  const range: Range = { start: { line: 0, character: 0 }, end: text.positionAt(text.getText().length) };
  const messages = (await engine.diagnose(text, known)).map(({ message }) =>
    typeof message === 'string' ? message : message.value,
  );
  const actions = await engine.codeActions(text, { range }, known, { commands: true });
  expect(englishIn([...messages, ...actions.map(({ title }) => title)])).toEqual([]);
});

test.each(fixtures)('hovers, completion and lenses of $file', ({ content }) => {
  const text = toText(content);
  const places = [...content.matchAll(/"/g)].map(({ index }) => text.positionAt(index + 1));
  const said = places.flatMap((position) => [
    wordsOf(engine.hover(text, position, known)?.contents),
    ...engine
      .complete(text, position, known)
      .items.flatMap(({ detail, documentation }) => [detail, wordsOf(documentation)]),
  ]);
  const lenses = engine.codeLenses(text, known).map(({ command }) => command?.title.replace(/^\$\([a-z-]+\)/, ''));
  expect(englishIn([...new Set([...said, ...lenses])])).toEqual([]);
});

function wordsOf(contents: unknown): string {
  if (typeof contents === 'string') return contents;
  return contents && typeof contents === 'object' && 'value' in contents ? String(contents.value) : '';
}
