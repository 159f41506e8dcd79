// Indents a text: only the space between its tokens changes, and none where it is not known what the tokens are.
import { format as indent } from 'jsonc-parser';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { isBroken } from '../findings/finding.ts';
import { findSyntaxErrors } from '../findings/syntax.ts';
import type { Change } from '../fixing/members.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { rangeOf } from '../json/ranges.ts';

/** An answer of a million edits is a hundred times as long as the text. */
const editsAtMost = 5000;

/** Edits that indent the text as `options` ask, or only what of it touches `range`; none while the text is broken. */
export function format(
  document: StreamConnDocument,
  range: Range | undefined,
  { tabSize, insertSpaces, insertFinalNewline = false }: FormattingOptions,
): TextEdit[] {
  const { text } = document;
  const errors = findSyntaxErrors(document);
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
