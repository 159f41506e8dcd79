// The engine reads texts, broken ones too, as VS Code's own JSON support does: tree, problems, outline, folding, selection.
import { expect, test } from 'vitest';
import { type ASTNode, ErrorCode, getLanguageService } from 'vscode-json-languageservice';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver-types';
import { createEngine } from '../../server/src/engine/index.ts';
import { childrenOf, type JsonNode, toValue } from '../../server/src/engine/json/node.ts';
import { parse } from '../../server/src/engine/json/parse.ts';
import type { ProblemKind } from '../../server/src/engine/json/problem.ts';
import { breakText } from '../support/breakText.ts';
import { brokenBodies } from '../support/brokenBodies.ts';
import { toText } from '../support/cursor.ts';
import { fixtures } from '../support/fixtures.ts';
import { createRandom } from '../support/random.ts';

const engine = createEngine();
const library = getLanguageService({});

const random = createRandom(3);
const odd = [
  ...['{"a":1,"a":2,"a":3,"b":4}', '{"__proto__":1,"__proto__":2}', '{,}', '[,]', '[,1]', '{"a":1,,"b":2}'],
  ...['1 2', '{"a":01}', '[-]', '/* ', '{"a', '"\\ud800"', '{"a":1} // "b"', '{"a" ', '{"a"\n"b":1}', '{a:1}'],
];

const texts = [
  ...odd,
  ...fixtures.map(({ content }) => content),
  ...Object.values(brokenBodies),
  ...fixtures.flatMap(({ content }) =>
    Array.from({ length: 40 }, () => breakText(content, random, random.below(2) === 1)),
  ),
];

const kinds: { readonly [code: number]: ProblemKind } = {
  [ErrorCode.TrailingComma]: 'trailing-comma',
  [ErrorCode.DuplicateKey]: 'duplicate-key',
  [ErrorCode.CommentNotPermitted]: 'comment',
};

const own = new Set(Object.values(kinds));

function ours(node: JsonNode): unknown {
  const value = 'value' in node ? node.value : childrenOf(node).map(ours);
  return [node.type, node.offset, node.length, value];
}

function theirs(node: ASTNode): unknown {
  const value = 'value' in node && node.value !== undefined ? node.value : (node.children ?? []).map(theirs);
  return [node.type, node.offset, node.length, value];
}

test('the tree', () => {
  for (const content of texts) {
    const { root } = parse(content);
    const { root: expected } = library.parseJSONDocument(toText(content)) as { root?: ASTNode };
    expect(root && ours(root), content).toEqual(expected && theirs(expected));
  }
});

test('the problems', async () => {
  for (const content of texts) {
    const text = toText(content);
    const settings = { schemaValidation: 'ignore', comments: 'error', trailingCommas: 'error' } as const;
    const expected = await library.doValidation(text, library.parseJSONDocument(text), settings, {});
    const found = parse(content).problems.map(({ kind, offset }) => [offset, own.has(kind) ? kind : 'syntax']);
    expect(found, content).toEqual(
      expected.map(({ range, code }) => [text.offsetAt(range.start), kinds[Number(code)] ?? 'syntax']),
    );
  }
});

test('a hundred levels are read; of more, the first is told, and nothing else', () => {
  const nested = (levels: number) => parse(`${'['.repeat(levels)}${']'.repeat(levels)},`);
  expect(nested(100)).toMatchObject({ root: { type: 'array' }, problems: [{ kind: 'text-behind' }] });
  for (const levels of [101, 300]) {
    expect(nested(levels)).toEqual({ root: undefined, problems: [{ kind: 'too-deep', offset: 100, length: 1 }] });
  }
});

test('a key that objects have by themselves is a key', () => {
  expect(JSON.stringify(toValue(parse('{"__proto__":{"a":1},"b":2}').root))).toBe('{"__proto__":{"a":1},"b":2}');
});

test('the outline, but for what is secret', () => {
  const shape = (symbols: readonly DocumentSymbol[]): unknown =>
    symbols.map(({ kind, range, selectionRange, children = [] }) => [kind, range, selectionRange, shape(children)]);
  for (const content of texts) {
    const text = toText(content);
    const expected = library.findDocumentSymbols2(text, library.parseJSONDocument(text));
    expect(shape(engine.symbols(text)), content).toEqual(shape(expected));
  }
});

test('what folds, in whole files', () => {
  const lines = (ranges: readonly FoldingRange[]) =>
    ranges.map(({ startLine, endLine }) => `${startLine}-${endLine}`).sort();
  for (const { content } of fixtures) {
    for (const indented of [content, `/* why\n*/\n${content.replace(',', ', /*\n\n*/')}`]) {
      const text = toText(indented);
      expect(lines(engine.foldingRanges(text)), indented).toEqual(lines(library.getFoldingRanges(text)));
    }
  }
});

test('what a selection grows to', () => {
  for (const content of texts) {
    const text = toText(content);
    const positions = Array.from({ length: 5 }, () => text.positionAt(random.below(content.length + 1)));
    const expected = library.getSelectionRanges(text, positions, library.parseJSONDocument(text));
    expect(engine.selectionRanges(text, positions), content).toEqual(expected);
  }
});
