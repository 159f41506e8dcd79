// Every fix that is offered, in every file there is and in damaged ones: the text stays JSON, and the finding goes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseJsonc } from 'jsonc-parser';
import { expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { certificates } from '../../server/src/certificates.ts';
import { createEngine, fixAllKind } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';
import { apply } from '../support/fix.ts';
import { fixtures, readFolder } from '../support/fixtures.ts';
import { type Entries, mutate } from '../support/mutate.ts';
import { createRandom } from '../support/random.ts';

const engine = createEngine({ certificates });
const known = { secretNames: ['STORED'] };
const mutationsOfEach = 12;
const snippetClient = { versionedEdits: true, snippetEdits: true };

const findingsFolder = join(import.meta.dirname, '../findings');
const faulty = readdirSync(findingsFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, content: readFileSync(join(findingsFolder, file), 'utf8') }));
const valid = [...fixtures, ...readFolder('referencePage')];
const entries: Entries = valid.flatMap(({ content }) => entriesOf(JSON.parse(content)));

function entriesOf(value: unknown): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(entriesOf);
  return Array.isArray(value) ? inside : [...Object.entries(value), ...inside];
}

/** On one line, over several, with tabs and Windows line breaks, and with comments and commas that JSON has not. */
const layouts: readonly ((value: unknown) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 2),
  (value) => JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n'),
  (value) =>
    JSON.stringify(value, null, 2)
      .replaceAll(/(["}\]])(?=\n)/g, '$1, // why')
      .replaceAll('{\n', '{ /* { */\n'),
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is JSON but for comments and trailing commas. */
function isJsonc(text: string): boolean {
  const errors: unknown[] = [];
  const value: unknown = parseJsonc(text, errors as never, { allowTrailingComma: true });
  return errors.length === 0 && value !== undefined;
}

const identity = ({ code, data, message }: Diagnostic) => JSON.stringify([code, data, message]);

async function countOf(content: string, wanted: string): Promise<number> {
  const found = await engine.diagnose(toText(content), known);
  return found.filter((diagnostic) => identity(diagnostic) === wanted).length;
}

/** Applies each fix by itself; what it was for must be gone, or be there once less. */
async function tryAllFixes(content: string): Promise<number> {
  const text = toText(content);
  const range = { start: text.positionAt(0), end: text.positionAt(content.length) };
  const plain = await engine.codeActions(text, { range }, known);
  const snippets = await engine.codeActions(text, { range }, known, snippetClient);
  expect(snippets.map(({ title }) => title)).toEqual(plain.map(({ title }) => title));
  for (const action of [...plain, ...snippets]) await tryFix(content, action);
  return plain.length;
}

async function tryFix(content: string, { title, edit, diagnostics = [] }: CodeAction): Promise<void> {
  if (!edit) return;
  const after = apply(toText(content), edit);
  const context = `${title} in ${content}\n→ ${after}`;
  expect(after, context).not.toBe(content);
  if (isJson(content)) expect(isJson(after), context).toBe(true);
  if (isJsonc(content)) expect(isJsonc(after), context).toBe(true);
  for (const wanted of new Set(diagnostics.map(identity))) {
    expect(await countOf(after, wanted), context).toBeLessThan(await countOf(content, wanted));
  }
}

async function tryFixAll(content: string): Promise<void> {
  const text = toText(content);
  const range = { start: text.positionAt(0), end: text.positionAt(content.length) };
  const [action] = await engine.codeActions(text, { range, only: [fixAllKind] }, known);
  const after = action?.edit ? apply(text, action.edit) : content;
  const safe = (await engine.findings(toText(after), known)).filter(({ fixes }) => fixes.some(({ isSafe }) => isSafe));
  if (!isJsonc(content)) return;
  expect(isJson(after), `${content}\n→ ${after}`).toBe(true);
  expect(safe, `${content}\n→ ${after}`).toEqual([]);
}

test.each([...faulty, ...valid])('$file', async ({ content }) => {
  await tryAllFixes(content);
  await tryFixAll(content);
});

test.each(valid)('damaged $file, in every layout', async ({ content }) => {
  let tried = 0;
  for (const [index, layout] of layouts.entries()) {
    const random = createRandom(index + content.length);
    for (let turn = 0; turn < mutationsOfEach; turn++) {
      const damaged = layout(mutate(JSON.parse(content), entries, random));
      tried += await tryAllFixes(damaged);
      await tryFixAll(damaged);
    }
  }
  expect(tried).toBeGreaterThan(20);
});
