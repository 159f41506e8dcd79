// Whole connections to begin an empty file with.
import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import snippets from '../../../snippets/streamconn.json' with { type: 'json' };
import type { StreamConnDocument } from './document.ts';
import { rangeOf } from './findings/ranges.ts';

/** One item per snippet where the file holds nothing but, at most, the word being typed; none elsewhere. */
export function wholeFileSnippets({ text }: StreamConnDocument): CompletionItem[] {
  const [, space = '', word] = /^(\s*)([\w-]*)\s*$/.exec(text.getText()) ?? [];
  if (word === undefined) return [];
  const range = rangeOf(text, space.length, word.length);
  return Object.entries(snippets).map(([name, { prefix, description, body }]) => ({
    label: prefix,
    kind: CompletionItemKind.Snippet,
    detail: l10n.t(name),
    documentation: l10n.t(description),
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range, newText: body.join('\n') },
  }));
}
