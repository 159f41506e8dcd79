// Whole connections to begin a file with.
import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import snippets from '../../../../../snippets/streamconn.json' with { type: 'json' };
import type { WholeFile, WholeFileParams } from '../../../newFileProtocol.ts';
import { fileStem } from '../../../secretNames.ts';
import { nameSecrets, type SecretNaming } from '../../connection/secretNaming.ts';
import { escapeSnippet } from '../../fixing/writeJson.ts';
import type { StreamConnDocument } from '../../json/document.ts';
import { rangeOf } from '../../json/ranges.ts';
import { toSnippet } from './snippetText.ts';

type Body = (typeof snippets)[keyof typeof snippets]['body'];

const bodies = new Map<string, Body>(Object.values(snippets).map(({ prefix, body }) => [prefix, body]));

/** One item per snippet where the file holds nothing but, at most, the word being typed; none elsewhere. */
export function wholeFileSnippets({ text }: StreamConnDocument, naming: SecretNaming): CompletionItem[] {
  const [, space = '', word] = /^(\s*)([\w-]*)\s*$/.exec(text.getText()) ?? [];
  if (word === undefined) return [];
  const range = rangeOf(text, space.length, word.length);
  return Object.entries(snippets).map(([title, { prefix, description, body }]) => ({
    label: prefix,
    kind: CompletionItemKind.Snippet,
    detail: l10n.t(title),
    documentation: l10n.t(description),
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range, newText: toFile(afterFile(body, text.uri), naming) },
  }));
}

/** The whole files that there are, each to be begun by its `id`. */
export function describeWholeFiles(): WholeFile[] {
  return Object.entries(snippets).map(([title, { prefix, description, body }]) => {
    const { example = '', choices } = nameStop.exec(body.name)?.groups ?? {};
    const names = choices?.split(',') ?? [];
    return { id: prefix, title: l10n.t(title), description: l10n.t(description), example, names };
  });
}

/** Snippet text of a whole file whose name is known; none of its secrets has one of the names in `taken`. */
export function beginFile({ id, name, taken }: WholeFileParams): string | null {
  const body = bodies.get(id);
  if (!body) return null;
  const named = { ...body, name: escapeSnippet(JSON.stringify(name).slice(1, -1)) };
  return `${toFile(named, nameSecrets('', { name }, taken))}\n`;
}

/** A snippet's name: an example to type over, or a choice. */
const nameStop = /^\$\{1(?::(?<example>[^}]*)|\|(?<choices>[^|]*)\|)\}$/;

/** With the file's own name as the connection's, where a connection can be called so: the secrets are named after it. */
function afterFile(body: Body, uri: string): Body {
  const stem = fileStem(uri);
  const isName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(stem);
  return isName && nameStop.exec(body.name)?.groups?.example ? { ...body, name: `\${1:${stem}}` } : body;
}

/** The cursor comes to rest where more properties can follow. */
function toFile(body: Body, naming: SecretNaming): string {
  return toSnippet(body, [], naming).replace(/\n\}$/, '$$0\n}');
}
