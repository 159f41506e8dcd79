// Findings put right at a click: quick fixes for those of a range, and one action for all that are safe.
import * as l10n from '@vscode/l10n';
import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { RefusedFinding } from '../connection/refusals/index.ts';
import { type Finding, type Found, isBroken } from '../findings/finding.ts';
import type { Fix } from '../findings/fix.ts';
import { additionsFor } from '../fixing/additions.ts';
import { changesOf, isTextual } from '../fixing/changes.ts';
import { safeChanges } from '../fixing/fixAll.ts';
import type { Change } from '../fixing/members.ts';
import { titleOf } from '../fixing/titles.ts';
import type { StreamConnDocument } from '../json/document.ts';
import { rangeOf, touches } from '../json/ranges.ts';
import { toDiagnostic, toDiagnostics } from './diagnostics.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.streamconn`;

/** What the client asks for: where, and of which kinds (any, if absent). */
export interface CodeActionRequest {
  readonly range: Range;
  readonly only?: readonly string[];
}

/** What the client can do. */
export interface ClientAbilities {
  /** It has the commands that fixes name. */
  readonly commands?: boolean;
  /** It takes edits of a certain version of a document. */
  readonly versionedEdits?: boolean;
  /** It takes tab stops in them. */
  readonly snippetEdits?: boolean;
}

/** The client as it is when it asks. */
export interface AskingClient extends ClientAbilities {
  /** Names of the secrets that it has stored. */
  readonly secretNames?: readonly string[] | undefined;
}

/** Findings whose fixes are offered at once; a range can be all of a large file. */
const fixedAtMost = 20;

/** The actions for a range of the document, whose findings and whatever of it Atlas has refused are given. */
export function findCodeActions(
  document: StreamConnDocument,
  findings: readonly Finding[],
  refused: readonly RefusedFinding[],
  { range, only }: CodeActionRequest,
  client: AskingClient,
): CodeAction[] {
  const wants = (kind: string) =>
    only?.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix) ?? true) actions.push(...quickFixes(document, findings, refused, range, client));
  // A source action is taken on demand only: it would take the time of all fixes at each move of the cursor.
  if (wants(fixAllKind)) actions.push(...fixAll(document, findings, client));
  return actions;
}

function quickFixes(
  document: StreamConnDocument,
  findings: readonly Finding[],
  refused: readonly RefusedFinding[],
  range: Range,
  client: AskingClient,
): CodeAction[] {
  // Behind a string that is broken off, keys and values have changed places in the tree.
  const hasTree = !isBroken(findings) && !findings.some(({ code }) => code === 'line-break-in-string');
  const isNear = (found: Found) => found.fixes.length > 0 && touches(found.range, range);
  const near = findings.filter(isNear);
  const all = hasTree ? addAll(document, findings, near, client) : [];
  // What one property needs in its turn may hang on the others.
  const isAnswer = (finding: Found, fix: Fix) => isTheAnswer(finding, fix) && (fix.kind !== 'add' || all.length === 0);
  const single = [...near, ...refused.filter(isNear)].slice(0, fixedAtMost).flatMap((finding) =>
    finding.fixes.flatMap((fix) => {
      const isOffered = hasTree || isTextual(fix) || fix.kind === 'command';
      return isOffered ? (quickFix(document, finding, fix, isAnswer(finding, fix), client) ?? []) : [];
    }),
  );
  return [...distinct(single), ...all];
}

/** Atlas may refuse what a rule has warned of: what puts both right is offered once. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const identity = ({ title, edit, command }: CodeAction) => JSON.stringify([title, edit, command]);
  return actions.filter((action, at) => actions.findIndex((other) => identity(other) === identity(action)) === at);
}

function quickFix(
  document: StreamConnDocument,
  finding: Finding | RefusedFinding,
  fix: Fix,
  isPreferred: boolean,
  client: AskingClient,
): CodeAction | undefined {
  const action = {
    title: titleOf(finding, fix),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding)],
    ...(isPreferred ? { isPreferred } : {}),
  };
  if (fix.kind === 'command') {
    const { title, command } = fix;
    return client.commands
      ? { ...action, command: { title, command, arguments: [document.text.uri, ...fix.arguments] } }
      : undefined;
  }
  const edit =
    fix.kind === 'add'
      ? added(document, [{ ...fix, path: fix.path ?? finding.path }], client)
      : toEdit(document, changesOf(document, finding, fix), client);
  return edit && { ...action, edit };
}

/** The first fix, if no other one of its kind is as good, and unless it would only take away what may be right. */
function isTheAnswer({ fixes }: Found, fix: Fix): boolean {
  const isOnlyOne = !fix.isOneOfSeveral && fixes.filter(({ kind }) => kind === fix.kind).length === 1;
  return fix === fixes[0] && isOnlyOne && (fix.isSafe === true || (fix.kind !== 'remove' && fix.kind !== 'drop'));
}

/** Offered on each of the findings that something is missing, if there are several; not for what is only misspelt. */
function addAll(
  document: StreamConnDocument,
  findings: readonly Finding[],
  near: readonly Finding[],
  client: AskingClient,
): CodeAction[] {
  const gapsOf = ({ path, fixes: [fix] }: Finding) => (fix?.kind === 'add' ? [{ ...fix, path: fix.path ?? path }] : []);
  const gaps = findings.flatMap(gapsOf);
  const lacking = near.filter((finding) => gapsOf(finding).length > 0);
  const edit = lacking.length > 0 && gaps.length > 1 ? added(document, gaps, client) : undefined;
  if (!edit) return [];
  const title = l10n.t('Add all {0} missing properties', gaps.length);
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: toDiagnostics(lacking), isPreferred: true, edit }];
}

function fixAll(document: StreamConnDocument, findings: readonly Finding[], client: AskingClient): CodeAction[] {
  const edit = toEdit(document, safeChanges(document, findings), client);
  return edit ? [{ title: l10n.t('Fix all that cannot change the meaning'), kind: fixAllKind, edit }] : [];
}

function added(
  document: StreamConnDocument,
  gaps: Parameters<typeof additionsFor>[1],
  client: AskingClient,
): WorkspaceEdit | undefined {
  const additions = additionsFor(document, gaps, client.secretNames);
  if (!additions || !client.snippetEdits || !client.versionedEdits) return toEdit(document, additions?.plain, client);
  return versioned(
    document,
    additions.snippets.map(({ offset, length, content }) => ({
      range: rangeOf(document.text, offset, length),
      snippet: { kind: 'snippet', value: content },
    })),
  );
}

function toEdit(
  document: StreamConnDocument,
  changes: readonly Change[] | undefined,
  client: AskingClient,
): WorkspaceEdit | undefined {
  const { text } = document;
  if (!changes || changes.length === 0) return undefined;
  const edits = changes.map(
    ({ offset, length, content }): TextEdit => ({ range: rangeOf(text, offset, length), newText: content }),
  );
  return client.versionedEdits ? versioned(document, edits) : { changes: { [text.uri]: edits } };
}

function versioned({ text }: StreamConnDocument, edits: (TextEdit | SnippetTextEdit)[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits }] };
}
