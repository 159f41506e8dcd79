// PEM blocks pasted with their line breaks into a JSON string, which may have none: one finding instead of a dozen.
import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Finding, rules } from './finding.ts';
import { rangeOf } from './ranges.ts';

const pastedPem = /"\s*-----BEGIN [A-Z0-9 ]{1,40}-----[^"\\]*"/g;

/** One finding for each such string, drawn on all of it; the fix writes the line breaks as JSON does. */
export function findBrokenStrings(text: TextDocument): Finding[] {
  return [...text.getText().matchAll(pastedPem)]
    .filter(([string]) => string.includes('\n') && string.includes('-----END '))
    .map(({ 0: string, index }) => ({
      code: 'line-break-in-string',
      severity: rules['line-break-in-string'].severity,
      path: [],
      range: rangeOf(text, index, string.length),
      message: l10n.t('A JSON string has no line breaks. Write each one as \\n.'),
      fixes: [{ kind: 'rewrite', text: escaped(string), title: l10n.t('Write the line breaks as \\n'), isSafe: true }],
    }));
}

function escaped(string: string): string {
  return JSON.stringify(string.slice(1, -1).replaceAll('\r\n', '\n').replaceAll('\t', ''));
}
