// Findings about the text as JSON: syntax errors, comments, trailing commas, duplicate keys, nesting.
import * as l10n from '@vscode/l10n';
import { type Diagnostic, ErrorCode, type LanguageService } from 'vscode-json-languageservice';
import type { Range } from 'vscode-languageserver-types';
import type { StreamConnDocument } from '../document.ts';
import { maxNesting } from '../nesting.ts';
import { findBrokenStrings } from './brokenStrings.ts';
import { type Finding, type FindingCode, rules } from './finding.ts';
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
  if (text.getText().trim() === '') {
    const message = l10n.t(
      'This file is empty. Start with { "type": "…" }, or choose a snippet from the completion list.',
    );
    return [{ code: 'syntax', severity: 'error', path: [], range: rangeOf(text, 0, 0), message, fixes: [] }];
  }
  const settings = { schemaValidation: 'ignore', comments: 'error', trailingCommas: 'error' } as const;
  // With a schema given, no other one is looked for: nothing is ever loaded on the word of a file's `$schema`.
  const diagnostics = await languageService.doValidation(text, document.json, settings, {});
  const broken = findBrokenStrings(text);
  const others = diagnostics
    .map(toFinding)
    .filter(({ range }) => !broken.some((string) => overlaps(string.range, range)));
  return [...broken, ...others];
}

function overlaps({ start, end }: Range, other: Range): boolean {
  return other.start.line <= end.line && other.end.line >= start.line;
}

function toFinding(diagnostic: Diagnostic): Finding {
  const known = worded[Number(diagnostic.code)];
  const code = known?.code ?? 'syntax';
  const message =
    known?.message() ?? l10n.t('Not JSON here: {0}.', plainText(diagnostic.message).replace(/[.。]$/, ''));
  return { code, severity: rules[code].severity, path: [], range: diagnostic.range, message, fixes: fixesFor(code) };
}

function fixesFor(code: FindingCode): Fix[] {
  if (code === 'comment' || code === 'trailing-comma') return [{ kind: 'erase', isSafe: true }];
  return code === 'duplicate-key' ? [{ kind: 'drop' }] : [];
}

function plainText(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}
