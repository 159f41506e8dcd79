// Markdown and snippets as plain text: of whatever the engine writes, no mark is left, and no word lost.
import { expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { createEngine } from '../../server/src/engine/index.ts';
import { withoutMarkdown, withoutTabStops } from '../../server/src/plainText.ts';
import { toText } from '../support/cursor.ts';
import { expandSnippet } from '../support/expandSnippet.ts';
import { fixtures } from '../support/fixtures.ts';

test.each([
  ['**Secret**: write `${secret:NAME}`.', 'Secret: write ${secret:NAME}.'],
  ['`key` — *Required, secret*', 'key — Required, secret'],
  ['[Documentation](https://example.com/a_b*c*)', 'Documentation: https://example.com/a_b*c*'],
  ['- `"A"`: first\n- `"B"`: second', '- "A": first\n- "B": second'],
  ['`` a`b `` and `*c*`', 'a`b and *c*'],
  ['``` ``[x](y) ```', '``[x](y)'],
  ['` `', ' '],
  ['2 * 3 * 4 and a_b', '2 * 3 * 4 and a_b'],
])('Markdown %j is %j', (markdown, expected) => {
  expect(withoutMarkdown(markdown)).toBe(expected);
});

test.each([
  ['"a": "\\${secret:${1:NAME}\\}"', '"a": "${secret:NAME}"'],
  ['"\\${secret:${4:NAME}}"', '"${secret:NAME}"'],
  ['{$1}', '{}'],
  ['{${1}}$0', '{}'],
  ['"${1|a\\,b,c|}"', '"a,b"'],
  ['${1:a ${2:b} c} }', 'a b c }'],
  ['\\\\ \\n \\"', '\\ \\n \\"'],
])('the snippet %j inserts %j', (snippet, expected) => {
  expect(withoutTabStops(snippet)).toBe(expected);
});

test('every item and hover of every fixture: as an editor expands it, and without marks', () => {
  const engine = createEngine();
  const texts = ['', '{ "type": "Kafka", "authentication":  }', ...fixtures.map(({ content }) => content)];
  for (const text of texts.map(toText)) {
    for (let offset = 0; offset <= text.getText().length; offset += 3) {
      const position = text.positionAt(offset);
      for (const { textEdit } of engine.complete(text, position).items) {
        const snippet = textEdit?.newText ?? '';
        expect(withoutTabStops(snippet)).toBe(expandSnippet(snippet).text);
      }
      const contents = engine.hover(text, position)?.contents;
      if (MarkupContent.is(contents)) expect(withoutMarkdown(contents.value)).not.toMatch(/`|\*\*|\]\(/);
    }
  }
});
