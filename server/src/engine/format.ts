// Indents a text: only the space between its tokens changes, and none where it is not known what the tokens are.
import { format as indent } from 'jsonc-parser';
import type { LanguageService } from 'vscode-json-languageservice';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { StreamConnDocument } from './document.ts';
import { isBroken } from './findings/finding.ts';
import { rangeOf } from './findings/ranges.ts';
import { findSyntaxErrors } from './findings/syntax.ts';
import type { Change } from './fixing/members.ts';

/** An answer of a million edits is a hundred times as long as the text. */
const editsAtMost = 5000;

/** Edits that indent the text as `options` ask, or only what of it touches `range`; none while the text is broken. */
export async function format(
  languageService: LanguageService,
  document: StreamConnDocument,
  range: Range | undefined,
  { tabSize, insertSpaces, insertFinalNewline = false }: FormattingOptions,
): Promise<TextEdit[]> {
  const { text } = document;
  const errors = await findSyntaxErrors(languageService, document);
  if (isBroken(errors) || errors.some(({ code }) => code === 'line-break-in-string')) return [];
  const start = range ? text.offsetAt(range.start) : 0;
  const end = range ? text.offsetAt(range.end) : text.getText().length;
  // From the beginning on also for a range, which may begin in a comment.
  const changes = indent(text.getText(), undefined, { tabSize, insertSpaces, insertFinalNewline }).filter(
    ({ offset, length }) => offset <= end && offset + length >= start,
  );
  return asFew(text.getText(), changes).map(({ offset, length, content }) => ({
    range: rangeOf(text, offset, length),
    newText: content,
  }));
}

/** As one change where there are many. */
function asFew(source: string, changes: readonly Change[]): readonly Change[] {
  const [first] = changes;
  if (!first || changes.length <= editsAtMost) return changes;
  let end = first.offset;
  const parts: string[] = [];
  for (const { offset, length, content } of changes) {
    parts.push(source.slice(end, offset), content);
    end = offset + length;
  }
  return [{ offset: first.offset, length: end - first.offset, content: parts.join('') }];
}
