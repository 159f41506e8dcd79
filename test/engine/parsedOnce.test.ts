// After a keystroke the text is parsed once, whatever an editor asks then.
import { beforeEach, expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine, type Engine } from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';

const parsed = vi.hoisted((): string[] => []);

vi.mock('../../server/src/engine/json/parse.ts', async (load) => {
  const module = await load<typeof import('../../server/src/engine/json/parse.ts')>();
  const parse: typeof module.parse = (text) => {
    parsed.push(text);
    return module.parse(text);
  };
  return { ...module, parse };
});

const position = { line: 0, character: '{ "type": "Clu'.length };
const range = { start: position, end: position };

const questions: readonly [string, (engine: Engine, text: TextDocument) => unknown][] = [
  ['diagnostics', (engine, text) => engine.diagnose(text)],
  ['completion', (engine, text) => engine.complete(text, position)],
  ['values from Atlas', (engine, text) => engine.wantedValues(text, position)],
  ['hover', (engine, text) => engine.hover(text, position)],
  ['symbols', (engine, text) => engine.symbols(text)],
  ['folding ranges', (engine, text) => engine.foldingRanges(text)],
  ['selection ranges', (engine, text) => engine.selectionRanges(text, [position])],
  ['links', (engine, text) => engine.links(text)],
  ['quick fixes', (engine, text) => engine.codeActions(text, { range })],
  ['formatting', (engine, text) => engine.format(text, undefined, { tabSize: 2, insertSpaces: true })],
  ['the request', (engine, text) => engine.prepareRequest(text)],
];

beforeEach(() => {
  parsed.length = 0;
});

test.each(questions)('%s, asked twice, parse it once', async (_, ask) => {
  const engine = createEngine();
  const text = toText('{ "type": "Cluster", "name": "shop" }');
  await ask(engine, text);
  await ask(engine, text);
  expect(parsed).toEqual([text.getText()]);
});

test('all of them together parse each version once', async () => {
  const engine = createEngine();
  const text = toText('{ "type": "Cluster", "name": "shop" }');
  const before = text.getText();
  for (const [, ask] of questions) await ask(engine, text);
  TextDocument.update(text, [{ text: '{ "type": "Cluster", "name": "shops" }' }], 2);
  for (const [, ask] of questions) await ask(engine, text);
  expect(parsed).toEqual([before, text.getText()]);
});
