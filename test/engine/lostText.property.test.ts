// Broken texts of every kind: whatever is offered, applied, keeps every character that its title does not name.
import { parse as parseJsonc } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { certificates } from '../../server/src/certificates.ts';
import { createEngine, fixAllKind } from '../../server/src/engine/index.ts';
import { breakText } from '../support/breakText.ts';
import { brokenBodies } from '../support/brokenBodies.ts';
import { toText } from '../support/cursor.ts';
import { apply } from '../support/fix.ts';
import { fixtures, readFolder } from '../support/fixtures.ts';
import { createRandom, type Random } from '../support/random.ts';
import { isInOrder, propertiesAt, squeeze, survives, tokensOf } from '../support/survival.ts';

const engine = createEngine({ certificates });
const known = { secretNames: ['STORED'] };
const clients = [{}, { versionedEdits: true, snippetEdits: true }];
const textsOfEach = 40;

/** Whether the text is JSON but for comments and trailing commas. */
function isJsonc(content: string): boolean {
  const errors: unknown[] = [];
  parseJsonc(content, errors as never, { allowTrailingComma: true });
  return errors.length === 0 && content.trim() !== '';
}

function wholeOf(text: TextDocument) {
  return { start: text.positionAt(0), end: text.positionAt(text.getText().length) };
}

async function expectFixesToKeep(content: string, context: string): Promise<void> {
  const text = toText(content);
  for (const client of clients) {
    for (const action of await engine.codeActions(text, { range: wholeOf(text) }, known, client)) {
      const after = action.edit ? apply(text, action.edit) : content;
      expect(survives(text, action, after), `${context}\n${action.title}\n${content}\n→ ${after}`).toBe(true);
      // Where the text is broken, only line breaks in a string can be told from all else.
      if (!isJsonc(content)) expect(isInOrder(squeeze(content), squeeze(after)), `${context}\n${content}`).toBe(true);
    }
  }
}

/** In JSON with comments, all of these go, commas too many, and the properties that only Atlas writes. */
async function expectFixAllToKeep(content: string, context: string): Promise<void> {
  const text = toText(content);
  const [action] = await engine.codeActions(text, { range: wholeOf(text), only: [fixAllKind] }, known);
  if (!action?.edit) return;
  const after = apply(text, action.edit);
  const said = `${context}\n${content}\n→ ${after}`;
  const findings = await engine.findings(text, known);
  expect(
    findings.filter(({ code }) => code === 'syntax' || code === 'too-deep'),
    said,
  ).toEqual([]);
  const safe = findings.filter(({ fixes }) => fixes.some(({ isSafe, kind }) => isSafe && kind === 'remove'));
  const signs = tokensOf(content).filter((token) => token.text === ',' || token.text.startsWith('/'));
  const gone = [
    ...signs.map(({ start, end }) => [start, end] as const),
    ...propertiesAt(
      content,
      safe.map(({ path }) => path),
    ),
  ];
  // Values that are written anew, such as a PEM block, keep their letters too.
  expect(isInOrder(squeeze(content, gone), squeeze(after)), said).toBe(true);
}

async function expectFormatToKeep(content: string, random: Random, context: string): Promise<void> {
  const text = toText(content);
  const ends = [random.below(content.length + 1), random.below(content.length + 1)].sort((a, b) => a - b);
  const part = { start: text.positionAt(ends[0] ?? 0), end: text.positionAt(ends[1] ?? 0) };
  for (const range of [undefined, part]) {
    const after = TextDocument.applyEdits(text, await engine.format(text, range, { tabSize: 2, insertSpaces: true }));
    const said = `${context}\n${content}\n→ ${after}`;
    if (isJsonc(content))
      expect(
        tokensOf(after).map((token) => token.text),
        said,
      ).toEqual(tokensOf(content).map((token) => token.text));
    else expect(after, said).toBe(content);
  }
}

async function expectAllToKeep(content: string, random: Random, context: string): Promise<void> {
  await expectFixesToKeep(content, context);
  await expectFixAllToKeep(content, context);
  await expectFormatToKeep(content, random, context);
}

const commented = (content: string) =>
  content.replaceAll(/([^\s{[,]),?(?=\n)/g, '$& // why').replaceAll(/[{[](?=\n)/g, '$& /* { */');
const whole = [...fixtures, ...readFolder('referencePage')].map(({ file, content }) => ({ name: file, content }));
const pasted = Object.entries(brokenBodies).map(([name, content]) => ({ name, content }));

describe.each([...whole, ...pasted])('$name', ({ content }) => {
  test('loses nothing as it is, nor with comments', async () => {
    for (const text of [content, commented(content)]) await expectAllToKeep(text, createRandom(1), 'whole');
  });

  test('loses nothing when it is damaged', async () => {
    for (let seed = content.length; seed < content.length + textsOfEach; seed++) {
      const random = createRandom(seed);
      const layout = random.pick([content, commented(content), content.replaceAll(/\s*\n\s*/g, ' ')]);
      await expectAllToKeep(breakText(layout, random, true), random, `seed ${seed}`);
    }
  });
});

describe.each(whole)('$name without a comment in it', ({ content }) => {
  test('has none, however it is damaged', async () => {
    for (let seed = content.length; seed < content.length + textsOfEach; seed++) {
      const damaged = breakText(content, createRandom(seed), false);
      const codes = (await engine.findings(toText(damaged), known)).map(({ code }) => code);
      expect(codes, `seed ${seed}\n${damaged}`).not.toContain('comment');
    }
  });
});

test.each(pasted)('$name is no JSON: no comment, no fix of all, no formatting', async ({ content }) => {
  const text = toText(content);
  const found = (await engine.findings(text, known)).map(({ code }) => code);
  expect(found).toContain('syntax');
  expect(found).not.toContain('comment');
  expect(await engine.codeActions(text, { range: wholeOf(text), only: [''] }, known)).toEqual([]);
  expect(await engine.format(text, undefined, { tabSize: 2, insertSpaces: true })).toEqual([]);
});
