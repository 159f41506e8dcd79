// Findings about the text as JSON: syntax errors, comments, trailing commas, duplicate keys, nesting.
import * as l10n from '@vscode/l10n';
import type { StreamConnDocument } from '../json/document.ts';
import { maxNesting, parse } from '../json/parse.ts';
import { perDocument } from '../json/perDocument.ts';
import type { Problem, ProblemKind } from '../json/problem.ts';
import { rangeOf } from '../json/ranges.ts';
import { type FindingCode, rules } from '../schema/rules.ts';
import { findBrokenStrings, mended } from './brokenStrings.ts';
import { type Finding, isBroken } from './finding.ts';
import type { Fix } from './fix.ts';

/** Problems that have a rule of their own; all others are `syntax`. */
const codes: { readonly [kind in ProblemKind]?: FindingCode } = {
  comment: 'comment',
  'trailing-comma': 'trailing-comma',
  'duplicate-key': 'duplicate-key',
  'too-deep': 'too-deep',
};

const messages: { readonly [kind in ProblemKind]: () => string } = {
  comment: () => l10n.t('Atlas takes strict JSON, without comments. Remove this comment.'),
  'trailing-comma': () => l10n.t('Atlas takes strict JSON, without trailing commas. Remove this comma.'),
  'duplicate-key': () =>
    l10n.t('This property appears more than once, and only the last one would be sent. Remove the others.'),
  'too-deep': () =>
    l10n.t('Nested more than {0} levels deep. A connection needs four: check for a stray bracket.', maxNesting),
  'value-expected': () => l10n.t('Expected a value.'),
  'property-expected': () => l10n.t('Expected a property, such as "name": "orders".'),
  'colon-expected': () => l10n.t('Expected a colon after the key.'),
  'comma-expected': () => l10n.t('Expected a comma before this.'),
  'object-not-closed': () => l10n.t('Expected a comma or a closing brace.'),
  'array-not-closed': () => l10n.t('Expected a comma or a closing bracket.'),
  'key-without-quotes': () => l10n.t('Put the key in double quotes.'),
  'number-format': () => l10n.t('This is not a number in JSON.'),
  'no-value': () => l10n.t('A file holds one connection as a JSON object: { … }.'),
  'text-behind': () => l10n.t('Unexpected text after the end of the connection. Remove it.'),
  'broken-comment': () => l10n.t('This comment has no end.'),
  'broken-string': () => l10n.t('This string has no closing quotation mark.'),
  'broken-unicode': () => l10n.t('Write \\u and four hexadecimal digits.'),
  'broken-escape': () => l10n.t('This is not an escape sequence of JSON. Write a backslash as \\\\.'),
  'control-character': () => l10n.t('Escape control characters: write a line break as \\n, a tab as \\t.'),
};

/** What is one only where all else is JSON: behind a missing quote, `//` is part of an address and a comma of a text. */
const onlyInJson: ReadonlySet<FindingCode> = new Set(['comment', 'trailing-comma']);

/** The syntax findings of a file, in no particular order; their paths are the root's. */
export const findSyntaxErrors = perDocument((document): readonly Finding[] => {
  const { text } = document;
  const broken = findBrokenStrings(text);
  // What is said of the text as it is once these strings are put right; every character keeps its offset.
  const problems = broken.length === 0 ? document.problems : parse(mended(text, broken).getText()).problems;
  const others = problems.map((problem) => toFinding(problem, text));
  if (!document.root && !isBroken(others)) others.push(nothingIn(text));
  return [...broken, ...(isBroken(others) ? others.filter(({ code }) => !onlyInJson.has(code)) : others)];
});

/** Of a text without a value: with nothing in it, or only comments. */
function nothingIn(text: StreamConnDocument['text']): Finding {
  const message = l10n.t(
    'This file is empty. Start with { "type": "…" }, or choose a snippet from the completion list.',
  );
  return { code: 'syntax', severity: rules.syntax.severity, path: [], range: rangeOf(text, 0, 0), message, fixes: [] };
}

function toFinding({ kind, offset, length }: Problem, text: StreamConnDocument['text']): Finding {
  const range = rangeOf(text, offset, length);
  if (kind === 'comment' && isUnclear(text.getText(), offset, length)) {
    const message = l10n.t(
      'This is a comment only if the quotation marks before it are right. Check them, or put a space before the comment.',
    );
    return { code: 'syntax', severity: rules.syntax.severity, path: [], range, message, fixes: [] };
  }
  const code = codes[kind] ?? 'syntax';
  return { code, severity: rules[code].severity, path: [], range, message: messages[kind](), fixes: fixesFor(code) };
}

/** In `"https:"//example.com"`, a quote too many makes a comment of the address, and all the rest is JSON. */
function isUnclear(text: string, offset: number, length: number): boolean {
  return /["\w]/.test(text.charAt(offset - 1)) && text.slice(offset, offset + length).includes('"');
}

function fixesFor(code: FindingCode): Fix[] {
  if (code === 'comment' || code === 'trailing-comma') return [{ kind: 'erase', isSafe: true }];
  return code === 'duplicate-key' ? [{ kind: 'drop' }] : [];
}
