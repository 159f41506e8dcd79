// PEM blocks pasted with their line breaks into a JSON string, which may have none: one finding instead of a dozen.
import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf } from '../json/ranges.ts';
import { rules } from '../schema/rules.ts';
import type { Finding } from './finding.ts';

/** From quote to quote, with the first and the last line of a block behind and before them. */
const pastedPem = /"\s*-----BEGIN [A-Z0-9 ]{1,40}-----[^"\\]*-----END [A-Z0-9 ]{1,40}-----\s*"/g;

/** One finding for each such string, drawn on all of it; the fix writes the line breaks as JSON does. */
export function findBrokenStrings(text: TextDocument): Finding[] {
  return [...text.getText().matchAll(pastedPem)]
    .filter(([string]) => string.includes('\n'))
    .map(({ 0: string, index }) => ({
      code: 'line-break-in-string',
      severity: rules['line-break-in-string'].severity,
      path: [],
      range: rangeOf(text, index, string.length),
      message: l10n.t('A JSON string has no line breaks. Write each one as \\n.'),
      fixes: [{ kind: 'rewrite', text: escaped(string), title: l10n.t('Write the line breaks as \\n'), isSafe: true }],
    }));
}

/** The text with these strings on one line each; every character keeps its offset. */
export function mended(text: TextDocument, broken: readonly Finding[]): TextDocument {
  const edits = broken.map(({ range }) => ({ range, newText: text.getText(range).replaceAll(/\s/g, ' ') }));
  return TextDocument.create(text.uri, text.languageId, text.version, TextDocument.applyEdits(text, edits));
}

function escaped(string: string): string {
  return JSON.stringify(string.slice(1, -1).replaceAll('\r\n', '\n').replaceAll('\t', ''));
}
