// Findings about the text as JSON: syntax errors, comments, trailing commas, duplicate keys, nesting.
import * as l10n from '@vscode/l10n';
import { type Diagnostic, ErrorCode, type LanguageService } from 'vscode-json-languageservice';
import type { StreamConnDocument } from '../document.ts';
import { maxNesting } from '../nesting.ts';
import { findBrokenStrings, mended } from './brokenStrings.ts';
import { type Finding, type FindingCode, isBroken, rules } from './finding.ts';
import type { Fix } from './fix.ts';
import { rangeOf } from './ranges.ts';

const worded: { readonly [code: number]: { readonly code: FindingCode; readonly message: () => string } } = {
  [ErrorCode.TrailingComma]: {
    code: 'trailing-comma',
    message: () => l10n.t('Atlas takes strict JSON, without trailing commas. Remove this comma.'),
  },
  [ErrorCode.CommentNotPermitted]: {
    code: 'comment',
    message: () => l10n.t('Atlas takes strict JSON, without comments. Remove this comment.'),
  },
  [ErrorCode.DuplicateKey]: {
    code: 'duplicate-key',
    message: () =>
      l10n.t('This property appears more than once, and only the last one would be sent. Remove the others.'),
  },
};

/** What is one only where all else is JSON: behind a missing quote, `//` is part of an address and a comma of a text. */
const onlyInJson: ReadonlySet<FindingCode> = new Set(['comment', 'trailing-comma']);

/** The syntax findings of a file, in no particular order; their paths are the root's. */
export async function findSyntaxErrors(
  languageService: LanguageService,
  document: StreamConnDocument,
): Promise<Finding[]> {
  const { text, tooDeep } = document;
  if (tooDeep !== undefined) {
    const message = l10n.t(
      'Nested more than {0} levels deep. A connection needs four: check for a stray bracket.',
      maxNesting,
    );
    return [{ code: 'too-deep', severity: 'error', path: [], range: rangeOf(text, tooDeep, 1), message, fixes: [] }];
  }
  const broken = findBrokenStrings(text);
  const others = (await problemsBeside(broken, languageService, document)).map((problem) => toFinding(problem, text));
  if (!document.root && !isBroken(others)) others.push(nothingIn(text));
  return [...broken, ...(isBroken(others) ? others.filter(({ code }) => !onlyInJson.has(code)) : others)];
}

/** Of a text without a value: with nothing in it, or only comments. */
function nothingIn(text: StreamConnDocument['text']): Finding {
  const message = l10n.t(
    'This file is empty. Start with { "type": "…" }, or choose a snippet from the completion list.',
  );
  return { code: 'syntax', severity: rules.syntax.severity, path: [], range: rangeOf(text, 0, 0), message, fixes: [] };
}

/** What the parser says of the text as it is once these strings are put right. */
async function problemsBeside(
  broken: readonly Finding[],
  languageService: LanguageService,
  { text, json }: StreamConnDocument,
): Promise<Diagnostic[]> {
  const settings = { schemaValidation: 'ignore', comments: 'error', trailingCommas: 'error' } as const;
  // With a schema given, no other one is looked for: nothing is ever loaded on the word of a file's `$schema`.
  if (broken.length === 0) return languageService.doValidation(text, json, settings, {});
  const whole = mended(text, broken);
  const found = await languageService.doValidation(whole, languageService.parseJSONDocument(whole), settings, {});
  return found.map((problem) => {
    const start = whole.offsetAt(problem.range.start);
    return { ...problem, range: rangeOf(text, start, whole.offsetAt(problem.range.end) - start) };
  });
}

function toFinding(problem: Diagnostic, text: StreamConnDocument['text']): Finding {
  const { range } = problem;
  const known = worded[Number(problem.code)];
  if (known?.code === 'comment' && isUnclear(text, range)) {
    const message = l10n.t(
      'This is a comment only if the quotation marks before it are right. Check them, or put a space before the comment.',
    );
    return { code: 'syntax', severity: rules.syntax.severity, path: [], range, message, fixes: [] };
  }
  const code = known?.code ?? 'syntax';
  const message = known?.message() ?? l10n.t('Not JSON here: {0}.', plainText(problem.message).replace(/[.。]$/, ''));
  return { code, severity: rules[code].severity, path: [], range, message, fixes: fixesFor(code) };
}

/** In `"https:"//example.com"`, a quote too many makes a comment of the address, and all the rest is JSON. */
function isUnclear(text: StreamConnDocument['text'], range: Diagnostic['range']): boolean {
  const before = text.offsetAt(range.start) - 1;
  return /["\w]/.test(text.getText().charAt(before)) && text.getText(range).includes('"');
}

function fixesFor(code: FindingCode): Fix[] {
  if (code === 'comment' || code === 'trailing-comma') return [{ kind: 'erase', isSafe: true }];
  return code === 'duplicate-key' ? [{ kind: 'drop' }] : [];
}

function plainText(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}
